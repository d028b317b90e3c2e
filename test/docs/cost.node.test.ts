// docs/cost.md: the limits, metrics, reasons and lines of the log that it names are those of the server.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readConfig } from '../../server/src/config.ts';

const page = readFileSync('docs/cost.md', 'utf8');
const server = readdirSync('server/src', { encoding: 'utf8', recursive: true })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join('server/src', name), 'utf8'))
  .join('\n');
const config = readConfig({
  TELNYX_API_KEY: 'key',
  ASSISTANT_IDS: 'assistant-1',
  SITE_ORIGIN: 'https://www.example.com',
  SESSION_SECRET: 'kV9x2LqzR7wB4nYc8TfHsM1dJpE6aGuZ',
});

const limits: Readonly<Record<string, number>> = {
  REQUESTS_PER_MINUTE: config.requestsPerMinute,
  REQUESTS_PER_NETWORK: config.requestsPerNetwork,
  STREAMS_PER_VISITOR: config.streamsPerVisitor,
  STREAMS_PER_NETWORK: config.streamsPerNetwork,
  ANSWERS_PER_DAY: config.answersPerDay,
  SILENCE_SECONDS: config.silenceSeconds,
  ANSWER_SECONDS: config.answerSeconds,
};

function cellsOf(variable: string): readonly string[] {
  const row = page.split('\n').find((line) => line.startsWith(`| \`${variable}\` |`));
  return row?.split(' | ') ?? [];
}

describe('docs/cost.md', () => {
  for (const [variable, value] of Object.entries(limits)) {
    it(`has the default of ${variable}`, () => {
      assert.equal(cellsOf(variable)[2], String(value));
    });
  }

  it('has the metrics of the server, with their labels', () => {
    const made = server.matchAll(
      /name: `\$\{prefix\}(\w+)`,\s*help: [^\n]+\n(?:\s*labelNames: \[([^\]]*)\])?/g,
    );
    const metrics = [...made].map(([, name = '', labels = '']) => {
      const names = [...labels.matchAll(/'(\w+)'/g)].map(([, label]) => label);
      return `\`telnyx_ai_call_${name}${names.length > 0 ? `{${names.join(', ')}}` : ''}\``;
    });
    assert.ok(metrics.length >= 4, metrics.join());
    assert.deepEqual(
      metrics.filter((metric) => !page.includes(metric)),
      [],
    );
  });

  it('names reasons and lines of the log that the server has', () => {
    const [, part = ''] = page.split('## What to watch\n');
    const rows = (part.split('\n## ')[0] ?? '').split('\n');
    const cells = rows
      .filter((row) => /refusals_total|the server's log/.test(row))
      .map((row) => row.split(' | ')[1] ?? '');
    const named = cells.flatMap((cell) =>
      [...cell.matchAll(/`([^`]+)`/g)].map(([, one = '']) => one),
    );
    assert.ok(named.length >= 10, named.join());
    assert.deepEqual(
      named.filter((text) => !server.includes(`'${text}'`)),
      [],
    );
  });
});
