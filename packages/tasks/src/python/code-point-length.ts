/** Python's `len(text)`: Unicode code points, where JavaScript's `length` counts a character such as 😀 twice. */
export function codePointLength(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}
