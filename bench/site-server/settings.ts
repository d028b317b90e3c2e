// What the measured server is started with: no limit stands in the way.

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fastAssistant, holdingAssistant } from './upstream.ts';
import { siteOrigin } from './visitor.ts';

export function settingsFor(
  upstreamUrl: string,
  folder: string,
  metricsPort: number,
): Readonly<Record<string, string>> {
  return {
    TELNYX_API_KEY: 'KEY-of-the-bench',
    TELNYX_CONNECTION_ID: '1',
    TELNYX_BASE_URL: upstreamUrl,
    ASSISTANT_IDS: `${holdingAssistant},${fastAssistant}`,
    SITE_ORIGIN: siteOrigin,
    SESSION_SECRET: randomBytes(32).toString('hex'),
    LOGIN_MODULE: 'demo/demo-login.ts',
    DATABASE_FILE: join(folder, 'bench.db'),
    METRICS_PORT: String(metricsPort),
    REQUESTS_PER_MINUTE: '100000',
    REQUESTS_PER_NETWORK: '1000000',
    STREAMS_PER_NETWORK: '1000',
    ANSWERS_PER_DAY: '1000000',
    SILENCE_SECONDS: '600',
    ANSWER_SECONDS: '600',
  };
}
