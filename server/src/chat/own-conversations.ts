// Remembers which conversations this browser began, with one signed cookie for each. In a shared cookie,
// two tabs that begin one at the same time would overwrite each other's. Scripts cannot read the cookies.

import { createHash, randomUUID } from 'node:crypto';
import { parse } from 'cookie';
import Cookies from 'cookies';
import type { Request, Response } from 'express';
import Keygrip from 'keygrip';
import { pathOfEndpoints } from '../http/endpoints-path.ts';
import { type Config, isHttps } from '../config.ts';
import type { FindUser } from '../find-user.ts';

export interface OwnConversations {
  /** This browser's id, the same in all its cookies. `null` while it has no cookie. */
  readonly visitorId: string | null;
  /** Whether the conversation is this browser's, and of nobody but the user who is signed in. */
  has(conversationId: string): boolean;
  /** Marks the conversation as this browser's, and as the user's. Call it before the answer begins. */
  add(conversationId: string): void;
  /** Takes the mark away. Call it before the answer begins. */
  remove(conversationId: string): void;
  /** Takes all marks away, whoever's they are: for the end of a user's session. */
  removeAll(): void;
}

export type FindOwnConversations = (request: Request, response: Response) => OwnConversations;

interface Mark {
  readonly name: string;
  readonly usedAtMs: number;
  readonly visitorId: string;
  /** Stands for the user who was signed in. Empty: nobody was. */
  readonly owner: string;
}

const prefix = 'telnyx_chat_';
const mostConversations = 20;
const lifeMs = 30 * 24 * 3_600_000;

export function createOwnConversations(
  { siteOrigins, sessionSecrets }: Pick<Config, 'siteOrigins' | 'sessionSecrets'>,
  findUser: FindUser,
): FindOwnConversations {
  const secure = isHttps(siteOrigins);
  const attributes = { httpOnly: true, sameSite: 'lax', secure } as const;
  const keys = new Keygrip([...sessionSecrets]);
  /** The limits and the endpoint ask for the same request. */
  const marksOf = new WeakMap<Request, readonly Mark[]>();

  return (request, response) => {
    // Only for writing: for each name that it reads, this package keeps something for ever.
    const cookies = new Cookies(request, response, { keys, secure });
    // Where the endpoints are, such as "/api". Nothing else of the site needs the cookies.
    const path = pathOfEndpoints(response);
    const marks = marksOf.get(request) ?? readMarks(request.get('cookie') ?? '', keys);
    marksOf.set(request, marks);
    const visitorId = marks[0]?.visitorId ?? null;
    const userId = findUser(request);
    const signed = `user ${userId}`;
    const owner = userId === null ? '' : keys.sign(signed);
    // An older secret may have signed it.
    const isOwner = (mark: Mark) => userId !== null && keys.verify(signed, mark.owner);

    const clear = (name: string) => {
      for (const gone of [name, `${name}.sig`]) {
        // An older version of this server set them for the whole site.
        for (const where of new Set([path, '/'])) {
          cookies.set(gone, null, { ...attributes, signed: false, path: where });
        }
      }
    };
    return {
      visitorId,
      has: (conversationId) => {
        const name = nameFor(conversationId);
        // What began before somebody signed in is open to whoever uses this browser.
        return marks.some((mark) => mark.name === name && (mark.owner === '' || isOwner(mark)));
      },
      add: (conversationId) => {
        const name = nameFor(conversationId);
        const parts = [Date.now(), visitorId ?? randomUUID(), ...(owner === '' ? [] : [owner])];
        cookies.set(name, parts.join('.'), { ...attributes, signed: true, path, maxAge: lifeMs });
        const others = marks.filter((mark) => mark.name !== name);
        for (const { name: oldest } of others.slice(mostConversations - 1)) clear(oldest);
      },
      remove: (conversationId) => clear(nameFor(conversationId)),
      removeAll: () => {
        for (const { name } of marks) clear(name);
      },
    };
  };
}

/** The hash is short and fits into a cookie's name. An id may be long and hold any character. */
function nameFor(conversationId: string): string {
  return prefix + createHash('sha256').update(conversationId).digest('hex').slice(0, 32);
}

/** The marks that we signed and that are not too old, newest first. The signature covers name and value. */
function readMarks(header: string, keys: Keygrip): readonly Mark[] {
  const cookies = parse(header);
  const oldest = Date.now() - lifeMs;
  const marks = Object.entries(cookies).flatMap(([name, value = '']): Mark[] => {
    const mark = parseMark(name, value);
    if (!mark || mark.usedAtMs <= oldest) return [];
    return keys.verify(`${name}=${value}`, cookies[`${name}.sig`] ?? '') ? [mark] : [];
  });
  return marks.sort((one, other) => other.usedAtMs - one.usedAtMs);
}

function parseMark(name: string, value: string): Mark | undefined {
  if (!/^telnyx_chat_[0-9a-f]{32}$/.test(name)) return undefined;
  const [, usedAt, visitorId, owner = ''] =
    /^(\d{1,16})\.([\da-f-]{36})(?:\.([\w-]{27}))?$/.exec(value) ?? [];
  if (usedAt === undefined || visitorId === undefined) return undefined;
  return { name, usedAtMs: Number(usedAt), visitorId, owner };
}
