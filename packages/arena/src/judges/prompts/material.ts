import { createHash } from 'node:crypto';

/** A text that a judge is shown, under a heading. */
export interface MaterialPart {
  /** E.g. `ANSWER A`. */
  readonly heading: string;
  readonly text: string;
}

const TAG_LENGTH = 8;

/**
 * Texts between markers that none of them can imitate: the markers carry a tag that is drawn from the texts themselves (so the same
 * material always gives the same prompt) and occurs in none of them. Whoever wrote an answer cannot know it.
 */
export function delimitMaterial(parts: readonly MaterialPart[]): string {
  const tag = tagFor(parts);
  return parts.map(({ heading, text }) => `[BEGIN ${heading} ${tag}]\n${text}\n[END ${heading} ${tag}]`).join('\n\n');
}

function tagFor(parts: readonly MaterialPart[]): string {
  for (let round = 0; ; round += 1) {
    const hash = createHash('sha256')
      .update(JSON.stringify([round, parts.map(({ text }) => text)]))
      .digest('hex');
    const tag = hash.slice(0, TAG_LENGTH);
    if (!parts.some(({ text }) => text.toLowerCase().includes(tag))) return tag;
  }
}
