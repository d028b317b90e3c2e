/** `1:05`, or `1:01:05` from an hour on, in the digits of the language. */
export function formatDuration(durationMs: number, language: string): string {
  const seconds = Math.max(0, Math.floor(durationMs / 1000));
  // Browsers keep what formats plain numbers; it would be made anew for numbers of two digits.
  const digits = (value: number) => value.toLocaleString(language);
  const twoDigits = (value: number) => (value < 10 ? digits(0) : '') + digits(value);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const clock = `${hours ? twoDigits(minutes) : digits(minutes)}:${twoDigits(seconds % 60)}`;
  return hours ? `${digits(hours)}:${clock}` : clock;
}
