// What a launcher has only where the page asks for it: a cross that puts it away, a form of its own, the
// assistant's name, an invitation, a label that is more than words, its styles in another document.

import type { Settings } from '../../contract/settings.ts';
import type { LauncherStrings } from '../../i18n/launcher-strings.ts';
import { toName } from '../../core/dialogue/assistant-name.ts';
import { addStyles, restoreStyles } from '../../platform/add-styles.ts';
import type { Launcher } from '../launcher.ts';
import type { Widget } from '../widget.ts';
import { Dismissal, type Visibility } from './dismissal.ts';
import { extrasStyles } from './extras.styles.ts';
import { InvitationTimer } from './invitation-timer.ts';
import { LabelCheck } from './label-check.ts';
import { loadOnce } from '../../platform/load-once.ts';
import { LauncherShape } from './launcher-shape.ts';
import { namedLabel } from './named-labels.ts';

const loadPhone = loadOnce(() => import('./launcher-phone.ts'));

/** The launcher's texts that the settings lead to. */
export type LabelsFor = (settings: Settings, language: string) => Partial<LauncherStrings>;

interface Extra {
  /** After each rendering of the launcher. */
  show(settings: Settings): void;
}

export function addExtras(widget: Widget, launcher: Launcher, visibility: Visibility): LabelsFor {
  const { element } = widget;
  void widget.language.fetch();
  element.addController({ hostConnected: () => restoreStyles(element) });
  addStyles(element.shadowRoot, extrasStyles);
  element.addController(new LabelCheck(element, launcher));
  const timer = new InvitationTimer(widget, launcher);
  element.addController(timer);
  const extras: Extra[] = [
    new Dismissal(widget, launcher, visibility),
    new LauncherShape(element, launcher),
    timer,
  ];
  element.addController({
    hostUpdated: () => {
      const settings = widget.takeSettings();
      for (const extra of extras) extra.show(settings);
    },
  });
  if (element.phone || element.querySelector('a')) void addPhone(widget, launcher, extras);
  return ({ assistantName }, language) => {
    const name = toName(assistantName);
    return name ? { launcher: namedLabel(name, language) } : {};
  };
}

/** Ahead of the need: what cannot be loaded then, cannot be loaded at all. */
async function addPhone(widget: Widget, launcher: Launcher, extras: Extra[]): Promise<void> {
  try {
    const { LauncherPhone } = await loadPhone();
    extras.push(new LauncherPhone(widget, launcher));
    widget.requestUpdate();
  } catch {
    // `loadOnce` has named it in the console.
  }
}
