// A site whose pages the test writes, with the built files at `/v1/` and at `/v2/`, a browser for it, and a gateway.
// `/latest/` leads to the first files, and `/hashed/` to files with a fingerprint.

import type { BrowserContext, Page } from 'puppeteer-core';
import { GatewayClient } from '../../gateway/gateway-client.ts';
import { type Gateway, startGateway } from '../../gateway/node/start-gateway.ts';
import { TestBrowser } from '../browser/test-browser.ts';
import { watch } from './call-page.ts';
import { ensureBuilt } from './ensure-built.ts';
import { folder, serve, type Served } from './serve.ts';

/** As asset pipelines put into the names of files. */
const fingerprint = '.3f9a1c7d.js';

export interface SitePage {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The rest of the page, which the site sends late. */
  readonly rest?: Promise<string>;
}

export class AnySite {
  #page: SitePage = { html: '' };
  #served: Served | undefined;
  #browser: TestBrowser | undefined;
  #context: BrowserContext | undefined;
  #gateway: Gateway | undefined;

  /** Where the element of a page calls. */
  get gatewayUrl(): string {
    return this.#startedGateway.url;
  }

  /** What the gateway is told to do, and tells of its calls. */
  get client(): GatewayClient {
    return new GatewayClient(this.#startedGateway.controlUrl);
  }

  get #startedGateway(): Gateway {
    if (!this.#gateway) throw new Error('The site has not been started.');
    return this.#gateway;
  }

  async start(): Promise<void> {
    ensureBuilt();
    this.#gateway = await startGateway();
    const serveDist = folder('dist/cdn');
    this.#served = await serve(async (request, response) => {
      const [, version, path = ''] = /^\/(v1|v2|latest|hashed)(\/.*)/.exec(request.url ?? '') ?? [];
      if (version === 'latest') {
        return void response.writeHead(302, { location: `/v1${path}` }).end();
      }
      if (version === 'hashed') {
        const location = `/v1${path.replace('.js', fingerprint)}`;
        return void response.writeHead(302, { location }).end();
      }
      if (version) {
        const url = path.replace(fingerprint, '.js');
        return serveDist(Object.assign(request, { url }), response);
      }
      const { html, headers, rest } = this.#page;
      response.writeHead(200, { 'content-type': 'text/html', ...headers });
      response.write(`<!doctype html>
        <html lang="en">
          <title>A site</title>
          <link rel="icon" href="data:," />
          ${watch}
          ${html}`);
      response.end(await rest);
    });
    this.#browser = await TestBrowser.start();
  }

  /** Opens the page in a new profile, so that the site sees a new visitor. */
  async open(sitePage: SitePage): Promise<Page> {
    this.#page = sitePage;
    this.#context = await this.#browser?.newVisitor();
    const page = await this.#context?.newPage();
    if (!page) throw new Error('The site has not been started.');
    page.setDefaultTimeout(15_000);
    const loaded = page.goto(`${this.#served?.origin}/`);
    if (!sitePage.rest) await loaded;
    return page;
  }

  async leave(): Promise<void> {
    await this.#context?.close();
    this.#context = undefined;
  }

  async stop(): Promise<void> {
    await this.#browser?.stop();
    await this.#served?.close();
    await this.#gateway?.close();
  }
}
