/** Text as a regular expression (with the `u` flag) that matches it and nothing else; Python's `re.escape`. */
export function escapeRegex(text: string): string {
  return text.replace(/[$()*+./?[\\\]^{|}]/gu, '\\$&');
}
