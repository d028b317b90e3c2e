// The closed set of reasons why a call could not be made or kept. Knows no texts: what the visitor
// reads is looked up by code in i18n.

export const callErrorCodes = [
  'not-configured',
  'unsupported-browser',
  'insecure-context',
  'mic-denied',
  'mic-missing',
  'mic-busy',
  'mic-blocked-by-page',
  'offline',
  'load-failed',
  'gateway-unreachable',
  'login-refused',
  'token-failed',
  'conversation-gone',
  'call-rejected',
  'connection-lost',
  'busy-elsewhere',
  'unexpected',
] as const;

export type CallErrorCode = (typeof callErrorCodes)[number];

/** Only the site can mend these: trying again changes nothing for the visitor. */
const beyondTheVisitor: ReadonlySet<CallErrorCode> = new Set([
  'not-configured',
  'unsupported-browser',
  'insecure-context',
  'mic-blocked-by-page',
]);

/** Why a call failed. `message` and `cause` are for the developer, never for the visitor. */
export class CallError extends Error {
  readonly code: CallErrorCode;

  constructor(code: CallErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }

  /** No field: where a page has frozen `Error.prototype`, none of that name can be set. */
  override get name(): 'CallError' {
    return 'CallError';
  }

  /** Whether trying again, without a change to the page, can help. */
  get recoverable(): boolean {
    return !beyondTheVisitor.has(this.code);
  }

  /** What the page is told. */
  toDetail(): Pick<CallError, 'code' | 'message' | 'recoverable'> {
    const { code, message, recoverable } = this;
    return { code, message, recoverable };
  }

  /** Wraps whatever was thrown; a `CallError` stays itself. */
  static from(thrown: unknown, code: CallErrorCode = 'unexpected'): CallError {
    if (thrown instanceof CallError) return thrown;
    return new CallError(code, thrown instanceof Error ? thrown.message : typeof thrown, thrown);
  }
}
