// Fetches what a call starts with, and typing too: the assistant and the engine. The panel is another chunk
// (`lazy-panel.ts`).

import { loadOnce } from '../platform/load-once.ts';

export const loadAssistant = loadOnce(() => import('./assistant.ts'));
