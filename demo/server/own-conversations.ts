// Remembers which conversations this browser began, with one signed cookie for each. In a shared cookie,
// two tabs that begin one at the same time would overwrite each other's. Scripts cannot read the cookies.

import { createHash, randomUUID } from 'node:crypto';
import { parse } from 'cookie';
import Cookies from 'cookies';
import type { Request, Response } from 'express';
import Keygrip from 'keygrip';
import type { Config } from './config.ts';

export interface OwnConversations {
  /** This browser's id, the same in all its cookies. `null` while it has no cookie. */
  readonly visitorId: string | null;
  has(conversationId: string): boolean;
  /** Marks the conversation as this browser's. Call it before the answer begins. */
  add(conversationId: string): void;
}

export type FindOwnConversations = (request: Request, response: Response) => OwnConversations;

interface Mark {
  readonly name: string;
  readonly usedAtMs: number;
  readonly visitorId: string;
}

const prefix = 'telnyx_chat_';
const mostConversations = 20;
const lifeMs = 30 * 24 * 3_600_000;

export function createOwnConversations({
  siteOrigin,
  sessionSecret,
}: Pick<Config, 'siteOrigin' | 'sessionSecret'>): FindOwnConversations {
  const secure = siteOrigin.startsWith('https:');
  const attributes = { signed: true, httpOnly: true, sameSite: 'lax', secure } as const;

  const keys = new Keygrip([sessionSecret]);

  return (request, response) => {
    // Only for writing: for each name that it reads, this package keeps something for ever.
    const cookies = new Cookies(request, response, { keys, secure });
    const marks = readMarks(request.get('cookie') ?? '', keys);
    marks.sort((one, other) => other.usedAtMs - one.usedAtMs);
    const visitorId = marks[0]?.visitorId ?? null;

    return {
      visitorId,
      has: (conversationId) => marks.some(({ name }) => name === nameFor(conversationId)),
      add: (conversationId) => {
        const name = nameFor(conversationId);
        const value = `${Date.now()}.${visitorId ?? randomUUID()}`;
        cookies.set(name, value, { ...attributes, maxAge: lifeMs });
        const others = marks.filter((mark) => mark.name !== name);
        for (const { name: oldest } of others.slice(mostConversations - 1)) {
          for (const gone of [oldest, `${oldest}.sig`]) {
            cookies.set(gone, null, { ...attributes, signed: false });
          }
        }
      },
    };
  };
}

/** The hash is short and fits into a cookie's name. An id may be long and hold any character. */
function nameFor(conversationId: string): string {
  return prefix + createHash('sha256').update(conversationId).digest('hex').slice(0, 32);
}

/** The marks that we signed and that are not too old. The signature covers the name and the value. */
function readMarks(header: string, keys: Keygrip): Mark[] {
  const cookies = parse(header);
  const oldest = Date.now() - lifeMs;
  return Object.entries(cookies).flatMap(([name, value = '']): Mark[] => {
    const mark = parseMark(name, value);
    if (!mark || mark.usedAtMs <= oldest) return [];
    return keys.verify(`${name}=${value}`, cookies[`${name}.sig`] ?? '') ? [mark] : [];
  });
}

function parseMark(name: string, value: string): Mark | undefined {
  if (!/^telnyx_chat_[0-9a-f]{32}$/.test(name)) return undefined;
  const [, usedAt, visitorId] = /^(\d{1,16})\.([\da-f-]{36})$/.exec(value) ?? [];
  if (usedAt === undefined || visitorId === undefined) return undefined;
  return { name, usedAtMs: Number(usedAt), visitorId };
}
