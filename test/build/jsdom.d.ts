// What the tests use of a package without types.

declare module 'jsdom' {
  export class VirtualConsole {
    on(event: 'jsdomError', listener: (error: unknown) => void): this;
  }
  export class JSDOM {
    constructor(html: string, options: { url: string; virtualConsole: VirtualConsole });
    readonly window: Window;
  }
}
