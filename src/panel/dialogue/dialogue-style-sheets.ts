// How the part of the panel looks that is about what is said.

import { composerStyles } from './composer.styles.ts';
import { barStyles } from './bar.styles.ts';
import { richTextStyles } from '../rich-text/rich-text.styles.ts';
import { transcriptStyles } from './transcript.styles.ts';

export const dialogueStyleSheets = [barStyles, transcriptStyles, composerStyles, richTextStyles];
