// How the part of the panel looks that is about what is said.

import { composerStyles } from './composer.styles.ts';
import { menuStyles } from './menu.styles.ts';
import { meterStyles } from './meter.styles.ts';
import { richTextStyles } from '../rich-text/rich-text.styles.ts';
import { transcriptStyles } from './transcript.styles.ts';

export const dialogueStyleSheets = [
  menuStyles,
  meterStyles,
  transcriptStyles,
  composerStyles,
  richTextStyles,
];
