import { setTimeout as pause } from 'node:timers/promises';
import { launchBrowser } from './driver/launch.ts';
import { withPage } from './driver/with-page.ts';
import { servePages } from './server/serve-pages.ts';
const server = await servePages();
const browser = await launchBrowser();
const bench = { browser, server } as never;
const n = Number(process.argv[2]); const rate = Number(process.argv[3]); const pages = process.argv.slice(4);
const vals: Record<string, number[]> = {};
for (let i = 0; i < n; i++) for (const page of pages) await withPage(bench, async ({ devtools, open }) => {
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    if (rate > 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate });
    await open(page);
    await pause(rate > 1 ? 1200 : 600);
    const { metrics } = await devtools.send('Performance.getMetrics');
    const s = (w: string) => (metrics.find(({ name }) => name === w)?.value ?? 0) * 1000;
    if (i > 0) (vals[page] ??= []).push(s('ScriptDuration') + s('V8CompileDuration'));
});
for (const [page, v] of Object.entries(vals)) { v.sort((a, b) => a - b); console.log(page, v[v.length >> 1]!.toFixed(2), 'q1', v[v.length >> 2]!.toFixed(2), 'q3', v[(v.length * 3) >> 2]!.toFixed(2)); }
await browser.close(); await server.close();
