// A page for photographs: assistant and direction come with the address.

import { findWidget } from '../widget.ts';

const query = new URLSearchParams(location.search);
document.documentElement.dir = query.get('dir') ?? 'ltr';
findWidget().assistantId = query.get('assistant-id') ?? 'assistant-demo';
