// Where the panel stands. Lit needs the nodes that it has made. Where the page has taken some away, all are made anew.

import { render, type TemplateResult } from 'lit/html.js';

export class PanelStage {
  #panel = makePanelRoot();
  /** What assistive technology says by itself. It reads nothing out that was in a region from the beginning. */
  #region = makeRegion();

  /** @param launcher stands behind the panel. */
  show(panel: TemplateResult, announcements: unknown, launcher: Element): void {
    if (!this.#panel.parentNode) launcher.before(this.#panel);
    render(panel, this.#panel, { creationScope: withoutGaps });
    try {
      this.#announce(announcements, launcher);
    } catch {
      this.#region.remove();
      this.#region = makeRegion();
      this.#announce(announcements, launcher);
    }
  }

  #announce(announcements: unknown, launcher: Element): void {
    if (!this.#region.parentNode) launcher.before(this.#region);
    render(announcements, this.#region);
  }

  has(selector: string): boolean {
    return this.#panel.querySelector(selector) !== null;
  }

  clear(): void {
    this.#panel.remove();
    this.#panel = makePanelRoot();
  }
}

function makePanelRoot(): HTMLElement {
  const root = document.createElement('div');
  root.style.display = 'contents';
  return root;
}

function makeRegion(): HTMLElement {
  const region = document.createElement('div');
  region.className = 'announcement';
  region.ariaLive = 'polite';
  return region;
}

/**
 * How Lit copies our templates: without the white space between their tags. Lit finds the end of a part by the node
 * behind it. That must be no text, because a translator replaces texts, blank ones too.
 */
const withoutGaps = {
  /** The words of our templates are all in their values. */
  importNode<Content extends Node>(template: Content, deep?: boolean): Content {
    const gaps = document.createTreeWalker(template, NodeFilter.SHOW_TEXT);
    while (gaps.nextNode()) {
      const gap = gaps.currentNode as Text;
      // A node of ours must follow the last part, because what comes after the template belongs to others.
      if (gap === template.lastChild) template.appendChild(document.createComment(''));
      gap.remove();
      gaps.currentNode = template;
    }
    return document.importNode(template, deep);
  },
};
