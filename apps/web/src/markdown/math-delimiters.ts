/**
 * Models write mathematics as `\(x\)`, `\[x\]`, `$x$` and `$$x$$`; the parser below knows `$$` only (a single dollar is money as often as
 * mathematics). This turns all four into `$$`, outside of code, and a formula to be displayed that stands within a line into `$$$`. A single dollar counts as Pandoc has it: no space inside of the dollars,
 * no digit after them; so "$5 and $10" stays money. Each pattern has a bounded length: time is linear in the text.
 */
export function normaliseMath(text: string): string {
  return outsideFences(text, (part) => part.replace(TOKEN, rewrite));
}

/** Code, then the four forms; what matches first wins, so nothing inside of code is touched. */
const TOKEN =
  /(?<code>(?<ticks>`{1,8})(?!`)[^]{1,2000}?(?<!`)\k<ticks>(?!`))|(?:(?<lead>^[ \t>]*)|)(?:\$\$(?<double>[^$]{1,4000}?)\$\$|\\\[(?<square>[^]{1,4000}?)\\\])(?:(?<tail>[ \t]*$)|)|\\\((?<round>[^]{1,1000}?)\\\)|(?<![\\$])\$(?<single>[^\s$](?:[^$\n]{0,600}?[^\s$\\])?)\$(?![\d$])/gm;

function rewrite(whole: string, ...rest: readonly unknown[]): string {
  // The last argument of a replacer is the object of named groups, as the pattern has some.
  const groups = rest.at(-1) as Readonly<Record<string, string | undefined>>;
  if (groups['code'] !== undefined) return whole;
  const inline = groups['round'] ?? groups['single'];
  if (inline !== undefined) return `$$${inline.replaceAll(/\s+/g, ' ').trim()}$$`;
  const body = (groups['double'] ?? groups['square'] ?? '').trim();
  const lead = groups['lead'];
  const alone = lead !== undefined && groups['tail'] !== undefined;
  if (!alone) return `${lead ?? ''}$$$${body.replaceAll(/\s+/g, ' ')}$$$${groups['tail'] ?? ''}`;
  const lines = body.split('\n').map((line) => `${lead}${line.trim()}`);
  return [`${lead}$$`, ...lines, `${lead}$$`].join('\n');
}

/** Applies a change to everything outside of fenced code; a fence that is never closed reaches to the end. */
function outsideFences(text: string, change: (part: string) => string): string {
  const parts: string[] = [];
  let lines: string[] = [];
  let fence: string | null = null;
  const flush = (isCode: boolean): void => {
    if (lines.length > 0) parts.push(isCode ? lines.join('\n') : change(lines.join('\n')));
    lines = [];
  };
  for (const line of text.split('\n')) {
    const mark: string | undefined = /^[ \t>]*(?:[-*+] +|\d{1,9}[.)] +)?(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === null && mark !== undefined) {
      flush(false);
      fence = mark;
      lines.push(line);
    } else if (fence !== null && mark !== undefined && mark.startsWith(fence)) {
      lines.push(line);
      flush(true);
      fence = null;
    } else lines.push(line);
  }
  flush(fence !== null);
  return parts.join('\n');
}
