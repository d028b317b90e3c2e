// The floor of a call that was prepared for: the SDK is loaded, connected and logged in before the click.

// Before the SDK, which takes hold of the page's WebSocket as it loads.
import './milestones.ts';
import { TelnyxRTC } from '@telnyx/webrtc';
import { createBareClient, dial } from './bare-client.ts';

const client = createBareClient(TelnyxRTC);
client.on('telnyx.ready', () => (document.body.dataset['ready'] = ''));
document.querySelector('button')?.addEventListener('click', () => dial(client));
void client.connect();
