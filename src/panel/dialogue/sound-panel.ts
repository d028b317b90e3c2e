// What the panel shows of a call that is up: how loud it is, whose turn it is, how long it takes, choosers for
// microphone and speaker, and what is wrong with the sound, in words. Its code comes when a call is up.

import { DeviceController } from '../../call/device-controller.ts';
import type { Settings } from '../../contract/settings.ts';
import { isLive, isOver } from '../../core/call/call-state.ts';
import type { DialogueTexts } from '../../i18n/dialogue-strings.ts';
import { addStyles } from '../../platform/add-styles.ts';
import { CallClock } from '../call-clock.ts';
import { CustomStates } from '../custom-states.ts';
import { information, type NoticeView } from '../notices.ts';
import type { DialogueActs, PanelHost, PanelModels } from '../panel-ports.ts';
import type { PanelView } from '../panel-view.ts';
import { renderDevices } from './devices.ts';
import { devicesStyles } from './devices.styles.ts';
import { renderMeter } from './meter.ts';
import { meterStyles } from './meter.styles.ts';

export class SoundPanel {
  readonly #host: PanelHost;
  readonly #models: PanelModels;
  readonly #devices: DeviceController;
  /** Once the visitor has chosen, they are put away for the next call. */
  #showsDevices = false;

  constructor(host: PanelHost, models: PanelModels, acts: DialogueActs) {
    this.#host = host;
    this.#models = models;
    this.#devices = new DeviceController(host, models.call, () => acts.showNews('deviceFailed'));
    addStyles(host.element.shadowRoot, devicesStyles, meterStyles);
    new CustomStates(host.element, models);
    new CallClock(host.element, () => isLive(models.call.model.state));
    models.call.subscribe((model, previous) => {
      if (isOver(previous.state) && !isOver(model.state)) this.#showsDevices = false;
    });
  }

  notice(strings: DialogueTexts): NoticeView | null {
    const { call, dialogue } = this.#models;
    switch (call.answered?.soundTrouble) {
      case 'unheard': {
        const action = { label: strings.tryAgain, does: 'reopen-microphone' } as const;
        return { text: strings.noticeUnheard, urgent: true, actions: [action] };
      }
      case 'unanswered':
        return information(strings.noticeUnanswered);
      default:
        return dialogue.sound?.line.poor ? information(strings.poorConnection) : null;
    }
  }

  meter({ turn }: PanelView): unknown {
    return turn && renderMeter(turn, this.#models.dialogue.sound?.levels ?? null);
  }

  render({ requireConsent }: Settings, strings: DialogueTexts): unknown {
    // Outside a call nobody has agreed to anything being remembered.
    const mayChoose = !this.#models.call.isOver || !requireConsent;
    return renderDevices({
      microphones: mayChoose ? this.#devices.microphones : [],
      speakers: mayChoose ? this.#devices.speakers : [],
      chosen: this.#devices.chosen,
      isOpen: this.#showsDevices,
      strings,
      toggle: () => this.#showDevices(!this.#showsDevices),
      choose: (kind, id) => {
        this.#showDevices(true);
        void this.#devices.choose(kind, id);
      },
    });
  }

  #showDevices(showsDevices: boolean): void {
    this.#showsDevices = showsDevices;
    this.#host.requestUpdate();
  }
}
