// `npm run start:server`

import { parseArgs } from 'node:util';
import { startLoginDemo } from './start-login-demo.ts';

const { values } = parseArgs({
  options: { 'token-seconds': { type: 'string', default: '150' } },
});
const tokenLifeSeconds = Number(values['token-seconds']);
if (!(tokenLifeSeconds > 0)) throw new Error('--token-seconds must be a number above 0');

const demo = await startLoginDemo({ port: 5173, tokenLifeSeconds });
console.log(`
  Login     ${demo.pageUrl}
  Demo      ${demo.url}
  Gateway   ${demo.gatewayUrl}

  Sign in, call, and watch the tokens; each lives ${tokenLifeSeconds} s. Ctrl+C ends all.
`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void demo.close().then(() => process.exit(0)));
}
