// All that the element looks by once its panel is there: one set of style sheets for all elements.

import { launcherStyles } from '../launcher/launcher.styles.ts';
import { tokens } from '../launcher/tokens.styles.ts';
import { composerStyles } from '../panel/composer.styles.ts';
import { panelStyles } from '../panel/panel.styles.ts';
import { panelTokens } from '../panel/panel-tokens.styles.ts';
import { richTextStyles } from '../panel/rich-text/rich-text.styles.ts';
import { transcriptStyles } from '../panel/transcript.styles.ts';

export const panelStyleSheets = [
  tokens,
  launcherStyles,
  panelTokens,
  panelStyles,
  transcriptStyles,
  composerStyles,
  richTextStyles,
];
