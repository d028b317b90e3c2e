// `npm start`: the demo pages and, beside them, the local gateway that answers their calls.

import { createServer } from 'vite';
import { startGateway } from '../test/gateway/start-gateway.ts';

const gateway = await startGateway();
const server = await createServer({
  root: import.meta.dirname,
  configFile: false,
  // The pages read it as a meta tag, the way a site would put its own settings into a page.
  plugins: [
    {
      name: 'gateway-address',
      transformIndexHtml: () => [
        { tag: 'meta', attrs: { name: 'gateway-url', content: gateway.url } },
      ],
    },
  ],
  server: { host: '127.0.0.1', port: 5173, fs: { allow: ['..'] } },
  oxc: { decorator: { legacy: true } },
  optimizeDeps: { include: ['lit', 'lit/decorators.js', '@telnyx/webrtc'] },
});
await server.listen();

const [address] = server.resolvedUrls?.local ?? [];
console.log(`
  Demo      ${address ?? '(no address)'}
  Gateway   ${gateway.url}

  Click the button and talk. Ctrl+C ends both.
`);

const stop = async () => {
  await server.close();
  await gateway.close();
  process.exit(0);
};
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());
