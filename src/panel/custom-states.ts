// Shows whose turn it is, and whether the microphone is off, as `:state(…)` of the element. Browsers that
// know no custom states, or not by such names, show none.

import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import type { CallController } from '../call/call-controller.ts';
import type { Dialogue } from '../dialogue/dialogue.ts';

interface Models {
  readonly call: CallController;
  readonly dialogue: Dialogue;
}

export class CustomStates implements ReactiveController {
  readonly #models: Models;
  readonly #states: CustomStateSet | undefined;

  constructor(element: ReactiveControllerHost & HTMLElement, models: Models) {
    this.#models = models;
    this.#states = statesOf(element);
    element.addController(this);
  }

  hostUpdated(): void {
    const { call, dialogue } = this.#models;
    const isTalking = call.model.state === 'active';
    for (const turn of ['listening', 'thinking', 'speaking'] as const) {
      this.#show(turn, isTalking && dialogue.turn === turn);
    }
    this.#show('muted', call.muted);
  }

  #show(name: string, isOn: boolean): void {
    try {
      if (isOn) this.#states?.add(name);
      else this.#states?.delete(name);
    } catch {
      // An old browser takes names with two dashes only.
    }
  }
}

function statesOf(element: HTMLElement): CustomStateSet | undefined {
  try {
    return element.attachInternals().states;
  } catch {
    // A polyfill has registered the element: the browser does not know it.
    return undefined;
  }
}
