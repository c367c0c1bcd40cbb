/** The value of a column by which battles are grouped, as data: a number where it is one (`turn`), null for a missing one. */
export function groupValue(text: string | undefined): string | number | null {
  if (text === undefined) return null;
  const number = Number(text);
  return Number.isSafeInteger(number) && String(number) === text ? number : text;
}
