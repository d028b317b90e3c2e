// The site's Telnyx account: the few calls of the official package that the endpoints need. What comes
// back is looked at before it is believed.

import Telnyx from 'telnyx';
import type { Config } from './config.ts';

export interface CallOfAssistant {
  readonly callControlId: string;
  /** Nothing, if the page does not say. */
  readonly assistantId: string | undefined;
}

const timeoutMs = 10_000;

export class TelnyxAccount {
  readonly #telnyx: Telnyx;
  readonly #connectionId: string;

  constructor({ apiKey, connectionId, telnyxUrl }: Config) {
    this.#connectionId = connectionId;
    this.#telnyx = new Telnyx({
      apiKey,
      baseURL: telnyxUrl,
      timeout: timeoutMs,
      // A second attempt could make a second credential; and after 429 the package would keep our
      // visitor waiting for as long as Telnyx says.
      maxRetries: 0,
    });
  }

  /** @returns the id of a new credential, which is this user's alone. */
  async createCredential(userId: string): Promise<string> {
    const { data } = await this.#telnyx.telephonyCredentials.create({
      connection_id: this.#connectionId,
      name: `user-${userId}`,
    });
    if (!data?.id) throw new Error('Telnyx made a credential without an id');
    return data.id;
  }

  async deleteCredential(id: string): Promise<void> {
    await this.#telnyx.telephonyCredentials.delete(id);
  }

  /** @returns `null` if Telnyx has no such credential. */
  async createToken(credentialId: string): Promise<string | null> {
    try {
      const token: unknown = await this.#telnyx.telephonyCredentials.createToken(credentialId);
      if (isToken(token)) return token.trim();
    } catch (error) {
      if (error instanceof Telnyx.NotFoundError) return null;
      throw error;
    }
    throw new Error('Telnyx answered with something that is no token');
  }

  /** @returns the conversation's id; `null` if Telnyx knows none of this call. */
  async findConversation({ callControlId, assistantId }: CallOfAssistant): Promise<string | null> {
    const { data } = await this.#telnyx.ai.conversations.list({
      'metadata->call_control_id': `eq.${callControlId}`,
      ...(assistantId === undefined ? {} : { 'metadata->assistant_id': `eq.${assistantId}` }),
      order: 'created_at.desc',
      limit: 1,
    });
    return data[0]?.id ?? null;
  }
}

/** Three parts of base64url. */
function isToken(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(value.trim());
}
