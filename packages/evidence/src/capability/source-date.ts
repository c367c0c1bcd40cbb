const YEAR_MONTH = /\b(?<year>20[12]\d)-(?<month>0[1-9]|1[0-2])\b/gu;
const ARXIV = /\barxiv:(?<year>[12]\d)(?<month>0[1-9]|1[0-2])\.\d{4,5}\b/u;

/** When a source was written, as its name tells: the newest date in it, else an arXiv number's month. `YYYY-MM`, or undefined. */
export function sourceDate(source: string): string | undefined {
  const dates = [...source.matchAll(YEAR_MONTH)].map(([date]) => date).sort();
  const { year, month } = ARXIV.exec(source)?.groups ?? {};
  return dates.at(-1) ?? (year === undefined || month === undefined ? undefined : `20${year}-${month}`);
}
