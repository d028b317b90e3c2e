// The forms in which an API may repeat a secret that it was sent.

/** @returns each form of each secret, the longest first: a shorter one may be a part of it. */
export function formsOf(secrets: readonly string[]): readonly string[] {
  const forms = secrets.filter((secret) => secret !== '').flatMap(formsOfOne);
  return [...new Set(forms)].sort((one, other) => other.length - one.length);
}

function formsOfOne(secret: string): readonly string[] {
  const inJson = JSON.stringify(secret).slice(1, -1);
  const inUrl = encodeURIComponent(secret);
  const hex = Buffer.from(secret).toString('hex');
  return [
    secret,
    inJson,
    JSON.stringify(inJson).slice(1, -1),
    inUrl,
    inUrl.replaceAll(/%[\dA-F]{2}/g, (each) => each.toLowerCase()),
    inUrl.toLowerCase(),
    new URLSearchParams({ '': secret }).toString().slice(1),
    hex,
    hex.toUpperCase(),
    ...base64FormsOf(secret, 'base64'),
    ...base64FormsOf(secret, 'base64url'),
  ];
}

/**
 * Three bytes are four characters, so there are three forms, by what stands before. The characters at the ends that
 * depend on what stands around are left out.
 */
function base64FormsOf(secret: string, encoding: BufferEncoding): readonly string[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString(encoding);
    const first = Math.ceil((before * 8) / 6);
    const end = Math.floor(((before + bytes.length) * 8) / 6);
    return encoded.slice(first, end);
  });
}
