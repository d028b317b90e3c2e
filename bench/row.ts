// What a row of the bench is, and what it gets for its measurements.

import type { Browser } from 'puppeteer-core';
import type { Gateway } from '../gateway/node/start-gateway.ts';
import type { Figure } from './figure.ts';
import type { Options } from './options.ts';
import type { PageServer } from './server/serve-pages.ts';

export interface Bench {
  readonly browser: Browser;
  readonly server: PageServer;
  readonly gateway: Gateway;
  readonly options: Options;
}

export interface Row {
  /** The name for `npm run bench -- <name>`. */
  readonly name: string;
  measure(bench: Bench): Promise<readonly Figure[]>;
}
