// Registers <telnyx-ai-call>, unless the name is taken: by an earlier copy of this script, say.

import { registry } from './element/registry.ts';
import { TelnyxAiCall } from './element/telnyx-ai-call.ts';

if (!registry?.get('telnyx-ai-call')) registry?.define('telnyx-ai-call', TelnyxAiCall);
