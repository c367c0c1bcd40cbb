/** Marks around an answer that are none of its words: Markdown, quotes, LaTeX. */
const MARKS = /[*_`"'“”‘’$]|\\boxed|\\text(?:bf)?|\\[()[\]]|[{}]/gu;

/** An answer without marks, on its lines. */
export function plainText(text: string): string {
  return text
    .replace(MARKS, ' ')
    .replace(/[^\S\n]+/gu, ' ')
    .trim();
}

/** The words of a text alone, in lower case, with one space between them; what numbers and units are made of stays. */
export function wordsOf(text: string): string {
  return plainText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%°.+-]+|\.(?=\s|$)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
