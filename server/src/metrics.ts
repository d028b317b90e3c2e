// What the owner of a site may want to watch, for Prometheus. No label says who a visitor is.

import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { refusalOf } from './http/refuse.ts';

const prefix = 'telnyx_ai_call_';
const endpoints = ['telnyx-chat', 'telnyx-token', 'telnyx-conversation', 'session'];
/** The parts of Telnyx's paths that are no ids. */
const upstreamNames = [
  ...['telephony_credentials', 'token', 'ai', 'conversations', 'assistants', 'chat', 'messages'],
];
/** An answer may begin late. */
const seconds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export class Metrics {
  readonly #registry = new Registry();
  readonly #requests = new Counter({
    name: `${prefix}requests_total`,
    help: 'Requests that were answered, or that the visitor left.',
    labelNames: ['endpoint', 'method', 'status'],
    registers: [this.#registry],
  });
  readonly #refusals = new Counter({
    name: `${prefix}refusals_total`,
    help: 'Requests that were refused, by the reason that the visitor was told.',
    labelNames: ['endpoint', 'status', 'reason'],
    registers: [this.#registry],
  });
  readonly #upstream = new Histogram({
    name: `${prefix}upstream_seconds`,
    help: 'How long Telnyx took until it began to answer.',
    labelNames: ['operation', 'status'],
    buckets: seconds,
    registers: [this.#registry],
  });
  /** The answers that stream at this moment. */
  readonly streams = new Gauge({
    name: `${prefix}streams`,
    help: 'Answers that stream at this moment.',
    registers: [this.#registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
  }

  /** Counts each request when its answer ends. */
  count(): RequestHandler {
    return (request, response, next) => {
      const { method } = request;
      const endpoint = endpointOf(request.path);
      response.once('close', () => {
        const status = response.writableFinished ? String(response.statusCode) : 'left';
        this.#requests.inc({ endpoint, method, status });
        const reason = refusalOf(response);
        if (reason !== null) this.#refusals.inc({ endpoint, status, reason });
      });
      next();
    };
  }

  /** Measures a request to Telnyx. */
  async timed(
    url: string,
    method: string,
    ask: () => Promise<globalThis.Response>,
  ): Promise<globalThis.Response> {
    const operation = `${method} ${operationOf(url)}`;
    const end = this.#upstream.startTimer({ operation });
    try {
      const response = await ask();
      end({ status: String(response.status) });
      return response;
    } catch (error) {
      end({ status: 'failed' });
      throw error;
    }
  }

  /** @returns all of it, in the format of Prometheus. */
  async read(): Promise<{ readonly type: string; readonly text: string }> {
    return { type: this.#registry.contentType, text: await this.#registry.metrics() };
  }
}

/** Whatever visitors ask for, there are few names. */
function endpointOf(path: string): string {
  return endpoints.find((name) => path === `/api/${name}`) ?? 'other';
}

/** The path without ids. */
function operationOf(url: string): string {
  const parts = new URL(url).pathname.split('/').filter((part) => part !== '' && part !== 'v2');
  return parts.map((part) => (upstreamNames.includes(part) ? part : ':id')).join('/');
}
