import type { Question } from './read-questions.js';

/**
 * The file that `llama-perplexity --hellaswag` reads: six lines a document, which are the context, the place of the right ending
 * and four endings. The tool puts a space between context and ending.
 */
export function hellaswagData(questions: readonly Question[]): Buffer {
  const lines = questions.flatMap(({ context, choices, gold }) => [
    context,
    String(gold),
    ...choices.map(withoutSpace),
  ]);
  return Buffer.from(lines.map((line) => line.replaceAll('\n', ' ')).join('\n') + '\n');
}

/**
 * The file that `llama-perplexity --multiple-choice` reads (`multiple_choice_score` of llama.cpp's tools/perplexity), integers in
 * four bytes, little-endian: the number of documents, the place of each one in the file, then the documents. A document is its
 * question, its choices with one right one, and its choices with several right ones (none here). A text is its length in bytes
 * and its bytes; choices are their number, texts and labels. The tool puts a space between question and choice.
 */
export function multipleChoiceData(questions: readonly Question[]): Buffer {
  const documents = questions.map(({ context, choices, gold }) =>
    Buffer.concat([
      text(context),
      integer(choices.length),
      ...choices.map((choice) => text(withoutSpace(choice))),
      ...choices.map((_, at) => integer(Number(at === gold))),
      integer(0),
    ]),
  );
  let place = 4 + 4 * documents.length;
  const places = documents.map((document) => {
    const own = place;
    place += document.length;
    return integer(own);
  });
  return Buffer.concat([integer(documents.length), ...places, ...documents]);
}

function withoutSpace(choice: string): string {
  return choice.replace(/^ /, '');
}

function integer(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([integer(bytes.length), bytes]);
}
