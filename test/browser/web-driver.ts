// As much of W3C WebDriver as the tests ask of a browser that speaks no other protocol.

/** The keys that have no letter: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const keyCodes = { Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C' } as const;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export class WebDriver {
  readonly #session: string;

  private constructor(session: string) {
    this.#session = session;
  }

  static async begin(origin: string, alwaysMatch: object): Promise<WebDriver> {
    const capabilities = { alwaysMatch };
    const answer = await ask(`${origin}/session`, 'POST', { capabilities });
    const { sessionId } = answer as { sessionId: string };
    return new WebDriver(`${origin}/session/${sessionId}`);
  }

  async goTo(url: string): Promise<void> {
    await this.#post('url', { url });
  }

  /** @param script runs in the page, on its own: it sees nothing around it but its arguments. */
  async run<Inputs extends unknown[], Output>(
    script: (...inputs: Inputs) => Output,
    ...args: Inputs
  ): Promise<Output> {
    const answer = await this.#post('execute/sync', {
      script: `return ${call(script, 'arguments')}`,
      args,
    });
    return answer as Output;
  }

  /** Looks at every frame, until what the script returns is true. */
  async until<Inputs extends unknown[]>(
    script: (...inputs: Inputs) => unknown,
    ...args: Inputs
  ): Promise<void> {
    const look = `const look = () => (${call(script, 'inputs')} ? done() : requestAnimationFrame(look));`;
    const body = `const inputs = [...arguments]; const done = inputs.pop(); ${look} look();`;
    await this.#post('execute/async', { script: body, args });
  }

  /** Until what was changed is drawn, and whoever observes it has acted on it. */
  async drawn(): Promise<void> {
    const frames = 'requestAnimationFrame(() => requestAnimationFrame(() => done()))';
    await this.#post('execute/async', {
      script: `const [done] = arguments; requestAnimationFrame(() => ${frames});`,
      args: [],
    });
  }

  /** Of the whole window, with what the browser has around the page. */
  async resize({ width, height }: Size): Promise<void> {
    await this.#post('window/rect', { width, height });
  }

  async clickAt(x: number, y: number): Promise<void> {
    const actions = [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    const parameters = { pointerType: 'mouse' };
    await this.#act({ type: 'pointer', id: 'mouse', parameters, actions });
  }

  async press(key: keyof typeof keyCodes): Promise<void> {
    await this.type(keyCodes[key]);
  }

  async type(text: string): Promise<void> {
    const actions = Array.from(text).flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.#act({ type: 'key', id: 'keyboard', actions });
  }

  /** As PNG. */
  async picture(): Promise<Buffer> {
    return Buffer.from((await ask(`${this.#session}/screenshot`, 'GET')) as string, 'base64');
  }

  async end(): Promise<void> {
    await ask(this.#session, 'DELETE');
  }

  async #act(source: object): Promise<void> {
    await this.#post('actions', { actions: [source] });
  }

  #post(command: string, body: object): Promise<unknown> {
    return ask(`${this.#session}/${command}`, 'POST', body);
  }
}

function call(script: (...inputs: never[]) => unknown, inputs: string): string {
  return `(${script.toString()})(...${inputs})`;
}

async function ask(url: string, method: string, body?: object): Promise<unknown> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { value: unknown };
  if (response.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`${method} ${url}: ${error}: ${message}`);
}
