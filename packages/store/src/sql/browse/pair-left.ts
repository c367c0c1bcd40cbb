import type { DocumentPair } from './document-pair.js';

/** A document that found no partner under its number. */
export interface LeftDocument {
  readonly document: number;
  readonly value: number;
  readonly hash: string;
  readonly prompt: string;
}

/** Documents of one run only. */
export interface Unpaired {
  readonly onlyInFirst: number;
  readonly onlyInSecond: number;
}

/** Pairs what is left of two runs by the documents' hashes; of equal documents in one run one finds a partner. */
export function pairLeft(
  firsts: readonly LeftDocument[],
  seconds: readonly LeftDocument[],
  visit: (pair: DocumentPair) => void,
): Unpaired {
  const partners = new Map(seconds.map((second) => [second.hash, second]));
  let paired = 0;
  for (const first of firsts) {
    const second = partners.get(first.hash);
    if (second === undefined) continue;
    partners.delete(first.hash);
    paired += 1;
    visit({
      firstDocument: first.document,
      secondDocument: second.document,
      first: first.value,
      second: second.value,
      samePrompt: first.prompt === second.prompt,
    });
  }
  return { onlyInFirst: firsts.length - paired, onlyInSecond: seconds.length - paired };
}
