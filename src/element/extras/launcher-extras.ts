// What a launcher has only where the page asks for it.

import { addStyles } from '../../platform/add-styles.ts';
import type { Launcher } from '../launcher.ts';
import type { Widget } from '../widget.ts';
import { Dismissal, type Visibility } from './dismissal.ts';
import { extrasStyles } from './extras.styles.ts';

export function addExtras(widget: Widget, launcher: Launcher, visibility: Visibility): void {
  addStyles(widget.element.shadowRoot, extrasStyles);
  new Dismissal(widget, launcher, visibility);
}
