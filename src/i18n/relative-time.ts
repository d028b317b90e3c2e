const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** "yesterday", "2 hours ago": a time in the past, as one says it in a language. */
export function relativeTime(atMs: number, nowMs: number, language: string): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const days = calendarDays(atMs, nowMs);
  if (days > 0) return format.format(-days, 'day');
  const agoMs = Math.max(0, nowMs - atMs);
  const [unit, unitMs] = units.find(([, each]) => agoMs >= each) ?? units[2];
  return format.format(-Math.floor(agoMs / unitMs), unit);
}

/** How many midnights lie between two times. */
function calendarDays(fromMs: number, toMs: number): number {
  const midnight = (ms: number) => new Date(ms).setHours(0, 0, 0, 0);
  return Math.round((midnight(toMs) - midnight(fromMs)) / 86_400_000);
}
