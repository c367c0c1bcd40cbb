import { openVocabulary, VocabularyTokenizer } from '@understudy/engine-llama';
import { readQuestions } from './read-questions.js';
import { fewOf, sizes, type SpeedContext } from './speed-context.js';
import type { SpeedTask } from './speed-task.js';
import { uniqueTokens } from './unique-tokens.js';

/** How many tokens a computed token of the task attends to, on average, when shared beginnings are computed once. */
export async function meanContext(task: SpeedTask, context: SpeedContext): Promise<number> {
  const [, many] = sizes(fewOf(task, context));
  using vocabulary = openVocabulary({ paths: [context.places.gguf(context.model)] });
  const tokenizer = new VocabularyTokenizer(vocabulary);
  const questions = await readQuestions(task, many, context);
  const pairs = questions.flatMap(({ context: text, choices }) =>
    choices.map((continuation) => ({ context: text, continuation })),
  );
  const encoded = await tokenizer.encodePairs(pairs);
  // The last token is only predicted.
  const inputs = encoded.map(({ context: before, continuation }) => [...before, ...continuation.subarray(0, -1)]);
  return uniqueTokens(inputs).meanContext;
}
