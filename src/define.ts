// Registers <telnyx-ai-call>, unless the name is taken: by an earlier copy of this script, say.

import { TelnyxAiCall } from './telnyx-ai-call.ts';

if (!customElements.get('telnyx-ai-call')) customElements.define('telnyx-ai-call', TelnyxAiCall);
