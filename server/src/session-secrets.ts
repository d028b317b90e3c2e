// Which secrets are too weak to sign cookies: whoever guesses one has every visitor's conversations.

const shortest = 32;
/**
 * Bits of information in each character, and in each step from one to the next. The alphabet has many
 * characters, but one step. Thirty-two random digits of base 16 have fewer once in millions.
 */
const leastBits = 2.7;
const words =
  /change.?me|replace.?me|(your|my|session|super).?secret|secret.?key|password|1234567|qwerty|asdfgh|random|openssl|https?:\/\//i;

export const wantedSecret = `${shortest} random characters or more`;

/** @returns what is wrong with it, as the end of a sentence. `null`: nothing that can be seen. */
export function weaknessOf(secret: string, apiKey: string, isProduction: boolean): string | null {
  if (secret.length < shortest) return `is shorter than ${shortest} characters.`;
  if (secret === apiKey) return 'is TELNYX_API_KEY: make another one.';
  if (isProduction && isEasyToGuess(secret))
    return 'is easy to guess: make it of random characters.';
  return null;
}

export function isEasyToGuess(secret: string): boolean {
  if (words.test(secret) || /^(.+?)\1+$/s.test(secret)) return true;
  const characters = Array.from(secret, (_, index) => secret.charCodeAt(index));
  const steps = characters.slice(1).map((code, index) => code - (characters[index] ?? 0));
  return bitsOf(characters) < leastBits || bitsOf(steps) < leastBits;
}

/** How much each one of them tells, on average (Shannon's entropy). */
function bitsOf(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const each of numbers) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts.values()].reduce((bits, count) => {
    const share = count / numbers.length;
    return bits - share * Math.log2(share);
  }, 0);
}
