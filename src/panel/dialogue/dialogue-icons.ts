// The icons of what comes once a call is up.

import { svg } from 'lit/html.js';
import { icon } from '../panel-icons.ts';

export const sendIcon = icon(svg`<path d="M12 19V5M6 11l6-6 6 6"/>`);

export const stopIcon = icon(
  svg`<rect x="6" y="6" width="12" height="12" rx="2" fill="currentColor"/>`,
);

export const imageIcon = icon(
  svg`<rect x="4" y="5" width="16" height="14" rx="2"/><path d="m5 17 5-5 4 4 2-2 3 3M15 9h.01"/>`,
);

export const menuIcon = icon(svg`<path stroke-width="2.75" d="M5 12h.01M12 12h.01M19 12h.01"/>`);
