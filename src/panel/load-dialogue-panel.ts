// Fetches transcript, composer, menu, timer: what matters once a call is up, or the visitor types.

import { loadOnce } from '../platform/load-once.ts';

export const loadDialoguePanel = loadOnce(() => import('./dialogue/dialogue-panel.ts'));
