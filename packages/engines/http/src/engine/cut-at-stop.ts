/** A text up to the first stop string to appear in it, and whether one did. Servers cut by themselves, but not all of them at all strings. */
export function cutAtStop(text: string, stop: readonly string[]): { readonly text: string; readonly isCut: boolean } {
  const cuts = stop
    .filter((string) => string !== '')
    .map((string) => text.indexOf(string))
    .filter((at) => at >= 0);
  return cuts.length === 0 ? { text, isCut: false } : { text: text.slice(0, Math.min(...cuts)), isCut: true };
}
