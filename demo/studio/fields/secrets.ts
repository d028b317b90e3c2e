// Finds secrets, which must not get into an address that is sent around or into a public page.

const names =
  'api[-_]?key|secret|password|passwd|pwd|jwt|credentials?|((access|auth|login)[-_]?)?token';

const secretName = new RegExp(`(^|-)(${names}|login|key)$`, 'i');

const secretValues = [
  // API keys of Telnyx and of others, and tokens.
  /\bKEY[\dA-F]{8}/,
  /\b(sk|pk|rk)[-_](live|test|proj)?[-_]?\w{8,}/,
  /\beyJ[\w-]+\.eyJ/,
  /\bBearer\s+\S{8,}/i,
  // A parameter of a URL, and a member of JSON.
  new RegExp(`[?&#;](${names}|key|sig|signature)=[^&]`, 'i'),
  new RegExp(`"[\\w-]*(${names})"\\s*:\\s*"[^"]`, 'i'),
  // A URL that contains a password.
  /\/\/[^/\s:@]+:[^/\s@]+@/,
];

export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

export function looksSecret(value: string): boolean {
  return secretValues.some((pattern) => pattern.test(value));
}
