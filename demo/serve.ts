// `npm start`: starts the demo and prints its addresses.

import { parseArgs } from 'node:util';
import { startDemo } from './start-demo.ts';

const { values } = parseArgs({
  options: { 'token-seconds': { type: 'string', default: '150' } },
});
const tokenLifeSeconds = Number(values['token-seconds']);
if (!(tokenLifeSeconds > 0)) throw new Error('--token-seconds must be a number above 0');

const demo = await startDemo({ port: 5173, gatewayPort: 5174, tokenLifeSeconds });
console.log(`
  Studio   ${demo.url}studio/
  Demo     ${demo.url}
  Login    ${demo.url}login/
  Gateway  ${demo.gatewayUrl}

  The studio makes the button yours, and the code for your site. On the login page, sign in first: tokens live ${tokenLifeSeconds} s there.
  Ctrl+C ends all.
`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void demo.close().then(() => process.exit(0)));
}
