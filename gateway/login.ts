// Reads the params of both kinds of login: the wanted assistant and the wanted conversation.
import { type Fields, fieldsOf, parseFields, textOf } from './fields.ts';
import { isAssistantId } from './scenario.ts';

export interface Login {
  /** `undefined` when a token or a user name does not tell. Then the dialed destination tells it. */
  readonly assistantId: string | undefined;
  readonly conversationId: string | undefined;
}

export function isLogin(method: unknown): boolean {
  return method === 'anonymous_login' || method === 'login';
}

export function parseLogin(params: Fields): Login {
  const targetParams = fieldsOf(params.target_params);
  const claims = tokenClaims(textOf(params.login_token) ?? '');
  const named = [claims.assistant, claims.sub, params.login].map(textOf);
  return {
    assistantId: textOf(params.target_id) ?? named.find((name) => name && isAssistantId(name)),
    conversationId: textOf(targetParams.conversation_id) ?? textOf(params.conversation_id),
  };
}

/** The assistant in a call's destination: "assistant-…" or "sip:assistant-…@somewhere". */
export function dialedAssistant(destination: string): string | undefined {
  const name = destination.replace(/^sips?:/, '').replace(/@.*$/, '');
  return isAssistantId(name) ? name : undefined;
}

function tokenClaims(token: string): Fields {
  const [, payload = ''] = token.split('.');
  try {
    const bytes = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    const text = new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
    return parseFields(text) ?? {};
  } catch {
    return {};
  }
}
