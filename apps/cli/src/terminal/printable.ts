/** What a terminal would obey instead of showing: control characters but line ends and tabs, and the marks that turn the direction of text. */
const OBEYED = /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/gu;

/** Text of others, e.g. names in a file of votes, as it may be written to a terminal: what it would obey stands there as `\u001b`. */
export function printable(text: string): string {
  return text.replace(OBEYED, escaped);
}

/** The same on one line. */
export function printableLine(text: string): string {
  return printable(text).replace(/[\n\t]/g, escaped);
}

function escaped(character: string): string {
  return String.raw`\u` + character.charCodeAt(0).toString(16).padStart(4, '0');
}
