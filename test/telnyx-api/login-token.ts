import { createHmac, randomUUID } from 'node:crypto';

/** Makes a token in Telnyx's form (`aud` and HS512 as in its documentation), with a secret of our own. */
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
