import { createHmac, randomUUID } from 'node:crypto';

/** A token as Telnyx's look (`aud` and HS512 by the example in its documentation); the secret is ours. */
export function createLoginToken(credentialId: string, lifeSeconds: number): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    aud: 'telnyx_telephony',
    exp: now + lifeSeconds,
    iat: now,
    iss: 'telnyx_telephony',
    jti: randomUUID(),
    nbf: now - 1,
    sub: credentialId,
    typ: 'access',
  };
  const signed = `${encode({ alg: 'HS512', typ: 'JWT' })}.${encode(claims)}`;
  const signature = createHmac('sha512', 'the stand-in').update(signed).digest('base64url');
  return `${signed}.${signature}`;
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
