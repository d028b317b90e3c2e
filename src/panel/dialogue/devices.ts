// Which microphone hears the visitor, and which speaker plays the assistant: a chooser for each, where
// there is something to choose.

import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import { words } from '../words.ts';
import type { Device, DeviceKind } from '../../call/device-controller.ts';
import type { DialogueStrings } from '../../i18n/dialogue-strings.ts';
import { collapseIcon, icon, microphoneIcon } from '../panel-icons.ts';

const speakerIcon = icon(
  svg`<path d="M4 10v4h3.5l4.5 4V6l-4.5 4H4ZM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11"/>`,
);

export interface DevicesContext {
  readonly microphones: readonly Device[];
  readonly speakers: readonly Device[];
  /** Ids; empty is the system's own choice. */
  readonly chosen: Readonly<Record<DeviceKind, string>>;
  /** Whether the choosers are in sight. What was chosen once need not be. */
  readonly isOpen: boolean;
  readonly strings: DialogueStrings;
  readonly toggle: () => void;
  readonly choose: (kind: DeviceKind, id: string) => void;
}

export function renderDevices(context: DevicesContext): unknown {
  const { microphones, speakers, chosen, strings, toggle } = context;
  if (microphones.length < 2 && speakers.length < 2) return nothing;
  const isChosen = chosen.microphone !== '' || chosen.speaker !== '';
  const isOpen = context.isOpen || !isChosen;
  return html`${
      isChosen
        ? html`<button
            type="button"
            class="quiet fold"
            aria-expanded=${isOpen ? 'true' : 'false'}
            aria-controls="devices"
            @click=${toggle}
          >
            ${words(strings.devices)} ${collapseIcon}
          </button>`
        : nothing
    }
    <div
      class="devices"
      id="devices"
      part="devices"
      role="group"
      aria-label=${strings.devices}
      ?hidden=${!isOpen}
    >
      ${chooser('microphone', microphones, context)} ${chooser('speaker', speakers, context)}
    </div>`;
}

function chooser(
  kind: DeviceKind,
  devices: readonly Device[],
  { chosen, strings, choose }: DevicesContext,
): TemplateResult | typeof nothing {
  if (devices.length < 2) return nothing;
  const current = devices.some(({ id }) => id === chosen[kind]) ? chosen[kind] : '';
  const change = ({ target }: Event) => choose(kind, (target as HTMLSelectElement).value);
  return html`<label class="device">
    ${kind === 'microphone' ? microphoneIcon : speakerIcon}
    <select aria-label=${strings[kind]} .value=${live(current)} @change=${change}>
      <option value="" ?selected=${current === ''} .textContent=${strings.systemDefault}></option>
      ${devices.map(
        ({ id, label }, index) =>
          html`<option
            value=${id}
            ?selected=${id === current}
            .textContent=${label || `${strings[kind]} ${index + 1}`}
          ></option>`,
      )}
    </select>
  </label>`;
}
