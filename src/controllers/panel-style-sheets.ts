// How the element looks once its panel is there: one set of style sheets for all elements.

import { launcherStyles } from '../launcher/launcher.styles.ts';
import { tokens } from '../launcher/tokens.styles.ts';
import { panelStyles } from '../panel/panel.styles.ts';
import { panelTokens } from '../panel/panel-tokens.styles.ts';

export const panelStyleSheets = [tokens, launcherStyles, panelTokens, panelStyles];
