// The page that is photographed: an example site with the built files of the script tag. The page's address
// says what the widget's attributes are.

import { startSiteServer } from '../../demo/start-site-server.ts';
import type { Gateway } from '../../gateway/node/start-gateway.ts';
import { folder, serve, type Served } from '../build/serve.ts';

export async function startStage(gateway: Gateway): Promise<Served> {
  const files = folder('.');
  const stage = await serve((request, response) => {
    if (request.url?.startsWith('/api/')) return endpoints.answer(request, response);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname !== '/') return files(request, response);
    const attributes = { 'gateway-url': gateway.url, ...Object.fromEntries(searchParams) };
    response.writeHead(200, { 'content-type': 'text/html' }).end(pageWith(attributes));
  });
  const endpoints = await startSiteServer({ origin: stage.origin, gateway });
  return {
    ...stage,
    close: async () => {
      await stage.close();
      await endpoints.close();
    },
  };
}

function pageWith(attributes: Readonly<Record<string, string>>): string {
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escape(value)}"`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Your page</title>
<link rel="icon" href="data:,">
<style>
  body { margin: 0; padding: 1rem 1.25rem; font: 16px/1.6 system-ui, sans-serif }
  h1 { line-height: 1.25 }
</style>
<script type="module" src="/dist/cdn/telnyx-ai-call.js"></script>
<h1>Your page</h1>
<p>The widget takes its font and its colour scheme.</p>
<telnyx-ai-call ${written.join(' ')}></telnyx-ai-call>
<script>
  // The gateway is on this machine, so no STUN or TURN server is needed to reach it.
  document.querySelector('telnyx-ai-call').iceServers = [];
</script>
</html>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
