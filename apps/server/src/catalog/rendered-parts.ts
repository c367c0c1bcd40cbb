import type { z } from '@hono/zod-openapi';
import type { RenderedPart } from '../api/catalog/model-schema.js';

type Part = z.infer<typeof RenderedPart>;

/** What can be in a rendered conversation. */
interface RenderedOf {
  /** Texts of the messages, in their order; one that the template leaves out or changes is passed over. */
  readonly texts: readonly string[];
  /** Special tokens as they are written. */
  readonly special: readonly string[];
}

/** Splits what is the template's own into special tokens and other text; the longest token that fits counts. */
function templateParts(text: string, special: readonly string[]): Part[] {
  const tokens = special.filter((token) => token.trim() !== '').toSorted((a, b) => b.length - a.length);
  const parts: Part[] = [];
  let plain = '';
  const flush = (): void => {
    if (plain !== '') parts.push({ kind: 'template', text: plain });
    plain = '';
  };
  for (let at = 0; at < text.length;) {
    const token = tokens.find((each) => text.startsWith(each, at));
    if (token === undefined) {
      plain += text[at];
      at += 1;
    } else {
      flush();
      parts.push({ kind: 'token', text: token });
      at += token.length;
    }
  }
  flush();
  return parts;
}

/** Tells apart what a template wrote and what stood in the messages. The texts of the parts are the text, piece by piece. */
export function renderedParts(text: string, { texts, special }: RenderedOf): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const message of texts.map((each) => each.trim())) {
    const at = message === '' ? -1 : text.indexOf(message, from);
    if (at < 0) continue;
    parts.push(...templateParts(text.slice(from, at), special), { kind: 'message', text: message });
    from = at + message.length;
  }
  return [...parts, ...templateParts(text.slice(from), special)];
}
