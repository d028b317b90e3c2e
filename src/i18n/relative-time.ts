/** A time in the past in words of a language: "yesterday", "2 hours ago". */
export function relativeTime(atMs: number, nowMs: number, language: string): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const days = calendarDays(atMs, nowMs);
  if (days > 0) return format.format(-days, 'day');
  const minutes = Math.max(1, Math.floor((nowMs - atMs) / 60_000));
  return minutes < 60
    ? format.format(-minutes, 'minute')
    : format.format(-Math.floor(minutes / 60), 'hour');
}

/** The number of midnights between two times. */
function calendarDays(fromMs: number, toMs: number): number {
  const midnight = (ms: number) => new Date(ms).setHours(0, 0, 0, 0);
  return Math.round((midnight(toMs) - midnight(fromMs)) / 86_400_000);
}
