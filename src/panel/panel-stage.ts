// Where the panel stands. Lit needs the nodes that it has made. Where the page has taken some away, all are made anew.

import { render, type TemplateResult } from 'lit/html.js';

export class PanelStage {
  #root = makeRoot();

  /** @param launcher stands behind the panel. */
  show(content: TemplateResult, launcher: Element): void {
    if (!this.#root.parentNode) launcher.before(this.#root);
    render(content, this.#root, { creationScope: withoutGaps });
  }

  has(selector: string): boolean {
    return this.#root.querySelector(selector) !== null;
  }

  clear(): void {
    this.#root.remove();
    this.#root = makeRoot();
  }
}

function makeRoot(): HTMLElement {
  const root = document.createElement('div');
  root.style.display = 'contents';
  return root;
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
