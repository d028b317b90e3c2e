// One visit of the page by somebody with a small phone: the element comes to be, and goes from stage to stage. In
// each stage, texts are put where they belong and measured.

import { directionOf } from '../../../src/i18n/languages.ts';
import { TelnyxAiCall } from '../../../src/index.ts';
import { find } from '../../widget.ts';
import type { Field, Settings } from '../fields/fields.ts';
import { applySettings } from '../preview/apply-settings.ts';
import { practiceIdOf, reachState, talk, until } from '../preview/reach-state.ts';
import type { PreviewState } from '../fields/studio-fields.ts';
import { exampleNumber, type Job } from './jobs.ts';
import type { Stage } from './parts.ts';
import { harmOf } from './rules.ts';
import { findPlaceholder, findText, seePlaceholder, seeText } from './see-text.ts';

export interface Harm {
  readonly key: string;
  readonly words: string;
}

export const visits: readonly (readonly [Stage, ...Stage[]])[] = [
  ['button'],
  ['invitation'],
  ['form'],
  ['question'],
  ['typing'],
  ['problem'],
  ['dead-end'],
  ['call', 'speaking', 'menu', 'aside', 'ended'],
];

const states: Partial<Readonly<Record<Stage, PreviewState>>> = {
  button: 'button',
  invitation: 'invitation',
  form: 'form',
  question: 'consent',
  typing: 'typing',
  problem: 'problem',
  'dead-end': 'problem',
};

/** What the stages of a visit need beside the person's own settings. */
const needs: Partial<Readonly<Record<Stage, Readonly<Record<string, string>>>>> = {
  question: { 'require-consent': 'on' },
  problem: { mode: 'voice' },
  'dead-end': { mode: 'voice' },
  call: { mode: 'voice', feedback: 'on' },
};

/** What the visitor presses next, and what it is called in a warning. */
const controls: Partial<Readonly<Record<Stage, readonly [selector: string, name: string]>>> = {
  button: ['.launcher', 'the button'],
  question: ['.choices .button', 'the button to agree'],
  typing: ['.composer textarea', 'the field for typing'],
  call: ['.composer textarea', 'the field for typing'],
  problem: ['.notice .button', 'the way out'],
  'dead-end': ['.notice .button', 'the way out'],
};

/** The code of a stage may have yet to come. */
const longestWaitMs = 3_000;
/** Some settings leave the menu nothing to offer. */
const longestMenuWaitMs = 10_000;
const anHourMs = 3_600_000;
/** Shorter texts are not to blame for what is out of sight. */
const fewLines = 3;
let count = 0;
/** Without it, this is a browser that cannot call: a dead end. */
const ownConnection = window.RTCPeerConnection;

export class Visit {
  readonly #stages: readonly [Stage, ...Stage[]];
  readonly #settings: Settings;
  readonly #fields: readonly Field[];
  readonly #widget = new TelnyxAiCall();
  readonly #number = (count += 1);

  constructor(stages: readonly [Stage, ...Stage[]], settings: Settings, fields: readonly Field[]) {
    this.#stages = stages;
    const [first] = stages;
    const phone = settings.get('phone') ?? exampleNumber;
    this.#settings = new Map([
      ...settings,
      ...Object.entries({ ...needs[first], ...(states[first] === 'problem' && { phone }) }),
    ]);
    this.#fields = fields;
  }

  /** All that decides on the room for a text, but for the texts themselves. */
  get layout(): unknown {
    return this.#fields.flatMap(({ key, kind, target }) => {
      const isOther =
        target === 'view' || target === 'text' || target === 'form' || kind === 'colour';
      const isText = ['greeting', 'prompts', 'invite', 'phone'].includes(key);
      return isOther || isText ? [] : [[key, this.#settings.get(key)]];
    });
  }

  async measure(jobs: readonly Job[], signal: AbortSignal): Promise<readonly Harm[]> {
    const harms: Harm[] = [];
    try {
      document.documentElement.dir = directionOf(this.#settings.get('lang') ?? 'en');
      this.#begin();
      for (const stage of this.#stages) {
        await this.#reach(stage, signal);
        for (const job of jobs.filter((each) => each.stage === stage)) {
          if (signal.aborted) return [];
          const words = await this.#harmOf(job, signal);
          if (words !== undefined) harms.push({ key: job.key, words });
        }
        if (!jobs.some((each) => this.#stages.indexOf(each.stage) > this.#stages.indexOf(stage)))
          break;
      }
    } finally {
      this.#end();
    }
    return harms;
  }

  #begin(): void {
    const isDeadEnd = this.#stages[0] === 'dead-end';
    Reflect.set(window, 'RTCPeerConnection', isDeadEnd ? undefined : ownConnection);
    const widget = this.#widget;
    this.#apply({});
    widget.gatewayUrl = gatewayUrl();
    // The gateway is on this machine, so no STUN or TURN server is needed to reach it.
    widget.iceServers = [];
    widget.inviteAfter = 0;
    // What is only measured leaves no trace.
    widget.resume = 'off';
    widget.waitLimitsMs = { answer: anHourMs, silence: anHourMs };
    find(HTMLElement, '#place').append(widget);
  }

  #end(): void {
    this.#widget.hangUp().catch(() => {});
    this.#widget.remove();
  }

  #apply(changes: Readonly<Record<string, string>>): void {
    const settings = new Map([...this.#settings, ...Object.entries(changes)]);
    const [first] = this.#stages;
    applySettings(this.#widget, settings, this.#fields, {
      practiceId: `${practiceIdOf(states[first] ?? 'speaking', this.#number)}-lengths`,
      hasForm: first === 'form',
    });
  }

  async #reach(stage: Stage, signal: AbortSignal): Promise<void> {
    const widget = this.#widget;
    const state = states[stage];
    const scene = { widget, controlUrl: controlUrl(), signal };
    if (state !== undefined) return reachState(state, scene);
    if (stage === 'call') {
      await reachState('connecting', scene);
      await until(() => widget.callState === 'active', signal);
      // The menu comes with the code of the conversation, and leaves the title less room.
      const hasMenu = () => this.#root.querySelector('[aria-controls="menu"]') !== null;
      const endMs = performance.now() + longestMenuWaitMs;
      await until(() => hasMenu() || performance.now() > endMs, signal);
    } else if (stage === 'speaking') {
      await talk('speaking', scene);
    } else if (stage === 'menu') {
      this.#root.querySelector<HTMLElement>('[aria-controls="menu"]')?.click();
    } else if (stage === 'aside') {
      widget.collapse();
    } else {
      await widget.hangUp();
    }
  }

  async #harmOf(job: Job, signal: AbortSignal): Promise<string | undefined> {
    const { text, rule, stage } = job;
    this.#apply(job.changes);
    const places = () =>
      rule === 'placeholder'
        ? findPlaceholder(this.#root, text)
        : findText([this.#root, this.#widget], text);
    const endMs = performance.now() + longestWaitMs;
    await until(() => places().length > 0 || performance.now() > endMs, signal);
    this.#finishAnimations();
    const harms = places().flatMap((place) => {
      const seen = rule === 'placeholder' ? seePlaceholder(place) : seeText(place, text);
      // Beside a long sentence, a title is not to blame.
      const mayHide = rule === 'sentence' && seen.lines.length > fewLines;
      return harmOf(rule, { ...seen, hides: mayHide ? this.#hiddenIn(stage) : null }) ?? [];
    });
    const isMissing = rule === 'bubble' && places().length === 0 && !signal.aborted;
    return isMissing ? 'A small phone has no room for it: it is not shown there.' : harms[0];
  }

  /** What is below the window, or below what is seen of the panel. */
  #hiddenIn(stage: Stage): string | null {
    const [selector = '', name = ''] = controls[stage] ?? [];
    const control = selector === '' ? null : this.#root.querySelector(selector);
    if (!control) return null;
    const panel = control.closest('.panel')?.getBoundingClientRect();
    const { top, bottom } = control.getBoundingClientRect();
    const isSeen =
      top >= (panel?.top ?? 0) - 1 &&
      bottom <= Math.min(innerHeight, panel?.bottom ?? innerHeight) + 1;
    return isSeen ? null : name;
  }

  #finishAnimations(): void {
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().iterations !== Infinity) animation.finish();
    }
  }

  get #root(): ShadowRoot {
    const { shadowRoot } = this.#widget;
    if (!shadowRoot) throw new Error('The element is not there.');
    return shadowRoot;
  }
}

function gatewayUrl(): string {
  return find(HTMLMetaElement, 'meta[name="gateway-url"]').content;
}

function controlUrl(): string {
  return gatewayUrl().replace(/^ws/, 'http').replace(/\/$/, '');
}
