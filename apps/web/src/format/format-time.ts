/** Date and time of the person's own zone, to the minute. */
export function formatTime(ms: number | null | undefined, language: string): string {
  if (ms === null || ms === undefined) return '–';
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(ms);
}
