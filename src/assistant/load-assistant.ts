// Fetches what a call starts with, and typing too: the engine and the panel.

import { loadOnce } from '../platform/load-once.ts';

export const loadAssistant = loadOnce(() => import('./assistant.ts'));
