// `npm start`

import { startDemo } from './start-demo.ts';

const demo = await startDemo(5173);
console.log(`
  Demo      ${demo.url}
  Gateway   ${demo.gatewayUrl}

  Click the button and talk. Ctrl+C ends both.
`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void demo.close().then(() => process.exit(0)));
}
