// The closed set of reasons why a call fails. Must not know the visitor's sentences: i18n has one
// for each code.

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

/** Only the site can mend these, so the visitor cannot help by trying again. */
const beyondTheVisitor: readonly CallErrorCode[] = [
  'not-configured',
  'unsupported-browser',
  'insecure-context',
  'mic-blocked-by-page',
];

/**
 * Why a call failed. `message` and `cause` are for the developer and never shown to the visitor.
 */
export class CallError extends Error {
  readonly code: CallErrorCode;

  constructor(code: CallErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }

  /**
   * A getter, because a field of this name cannot be set where a page has frozen `Error.prototype`.
   */
  override get name(): 'CallError' {
    return 'CallError';
  }

  /** Whether trying again can help while the page stays as it is. */
  get recoverable(): boolean {
    return !beyondTheVisitor.includes(this.code);
  }

  /** The part of the error that events give to the page. */
  toDetail(): Pick<CallError, 'code' | 'message' | 'recoverable'> {
    const { code, message, recoverable } = this;
    return { code, message, recoverable };
  }

  /** Wraps what was thrown. A `CallError` is returned as it is. */
  static from(thrown: unknown, code: CallErrorCode = 'unexpected'): CallError {
    let message: string = typeof thrown;
    try {
      // By what it can do, not by who made it: the script tag's file and its lazy code have a class each.
      if ('toDetail' in Object(thrown)) return thrown as CallError;
      if (thrown instanceof Error) message = thrown.message;
    } catch {
      // It throws when it is looked at.
    }
    return new CallError(code, message, thrown);
  }
}
