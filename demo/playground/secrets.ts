// What must not get into an address that is sent around, or into a page that everybody can read.

const names =
  'api[-_]?key|secret|password|passwd|pwd|jwt|credentials?|((access|auth|login)[-_]?)?token';

const secretName = new RegExp(`(^|-)(${names}|login|key)$`, 'i');

const secretValues = [
  // Telnyx's API keys, those of others, and tokens.
  /\bKEY[\dA-F]{8}/,
  /\b(sk|pk|rk)[-_](live|test|proj)?[-_]?\w{8,}/,
  /\beyJ[\w-]+\.eyJ/,
  /\bBearer\s+\S{8,}/i,
  // As a parameter of a URL, and as a member of JSON.
  new RegExp(`[?&#;](${names}|key|sig|signature)=[^&]`, 'i'),
  new RegExp(`"[\\w-]*(${names})"\\s*:\\s*"[^"]`, 'i'),
  // A URL with a password in it.
  /\/\/[^/\s:@]+:[^/\s@]+@/,
];

export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

export function looksSecret(value: string): boolean {
  return secretValues.some((pattern) => pattern.test(value));
}
