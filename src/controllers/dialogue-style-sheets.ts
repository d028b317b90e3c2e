// How the part of the panel looks that is about what is said.

import { composerStyles } from '../panel/composer.styles.ts';
import { devicesStyles } from '../panel/devices.styles.ts';
import { menuStyles } from '../panel/menu.styles.ts';
import { meterStyles } from '../panel/meter.styles.ts';
import { richTextStyles } from '../panel/rich-text/rich-text.styles.ts';
import { transcriptStyles } from '../panel/transcript.styles.ts';

export const dialogueStyleSheets = [
  menuStyles,
  meterStyles,
  transcriptStyles,
  composerStyles,
  devicesStyles,
  richTextStyles,
];
