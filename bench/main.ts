// `npm run bench`: measures the rows, and prints them with the machine and the date.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../test/build/ensure-built.ts';
import { startGateway } from '../gateway/node/start-gateway.ts';
import { buildPages } from './build-pages.ts';
import { launchBrowser } from './driver/launch.ts';
import { describeMachine } from './machine.ts';
import { readOptions } from './options.ts';
import { describePeers, ensurePeers } from './peers.ts';
import { tableHead, tableLine } from './report.ts';
import { rows } from './rows.ts';
import { servePages } from './server/serve-pages.ts';

const options = readOptions();
const wanted = rows.filter(({ name }) => options.rows.length === 0 || options.rows.includes(name));
const strangers = options.rows.filter((name) => !rows.some((row) => row.name === name));
if (strangers.length > 0) {
  throw new Error(
    `No row ${strangers.join(', ')}. Rows: ${rows.map(({ name }) => name).join(', ')}`,
  );
}

ensurePeers();
ensureBuilt();
await buildPages();
const gateway = await startGateway();
const server = await servePages();
const browser = await launchBrowser();
try {
  const lines = [];
  for (const row of wanted) {
    console.log(`\n${row.name}`);
    for (const figure of await row.measure({ browser, server, gateway, options })) {
      const line = tableLine(figure);
      console.log(line);
      lines.push(line);
    }
  }
  const day = new Date().toISOString().slice(0, 10);
  const report = [
    `${day}, ${describeMachine(await browser.version())}. ${describePeers()}.`,
    `Medians of ${options.turns} interleaved turns; the raw numbers stand in brackets.`,
    '',
    ...tableHead,
    ...lines,
    '',
  ].join('\n');
  console.log(`\n${report}`);
  const cache = join(import.meta.dirname, '../.cache');
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'bench.md'), report);
} finally {
  await browser.close();
  await server.close();
  await gateway.close();
}
