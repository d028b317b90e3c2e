// What the reader of the report asks for.

export interface CheckOptions {
  readonly assistantId: string;
  readonly assistantVersion: string;
  readonly region: string;
  /** Empty: Telnyx. */
  readonly gatewayUrl: string;
  /** The site's endpoints. Empty: none. */
  readonly conversationUrl: string;
  readonly chatUrl: string;
  readonly tokenUrl: string;
  /** What a login by token dials. */
  readonly destination: string;
  /** The client tool that the assistant should use. Empty: one that its settings name. */
  readonly tool: string;
  /** The longest wait for anything that the assistant does. */
  readonly patienceMs: number;
}

export const defaultPatienceMs = 20_000;
