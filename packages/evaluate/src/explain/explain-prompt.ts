import type { Sample } from '@understudy/store';
import { renderQuestion } from '@understudy/tasks';
import type { ExplainedPrompt } from './sample-explanation.js';

/** The different prompts of a sample, each with where the document's own question begins in it. */
export function explainPrompts(
  sample: Sample,
  config: Readonly<Record<string, unknown>>,
  document: Readonly<Record<string, unknown>>,
): readonly ExplainedPrompt[] {
  const contexts = [...new Set(sample.requests.flatMap((request) => ('context' in request ? request.context : [])))];
  // A document read from JSON has values of Python only.
  const question = renderQuestion(config['doc_to_text'], document as Parameters<typeof renderQuestion>[1]);
  return contexts.map((text) => {
    const exact = question === undefined || question === '' ? -1 : text.lastIndexOf(question);
    if (exact >= 0) return { text, questionStart: exact, isExact: true };
    return { text, questionStart: afterLastExample(text, config), isExact: false };
  });
}

/** Behind the last delimiter of the examples, where there are examples. */
function afterLastExample(text: string, config: Readonly<Record<string, unknown>>): number | undefined {
  const delimiter = typeof config['fewshot_delimiter'] === 'string' ? config['fewshot_delimiter'] : '\n\n';
  const shots = config['num_fewshot'];
  if (delimiter === '' || typeof shots !== 'number' || shots < 1) return undefined;
  const at = text.lastIndexOf(delimiter);
  return at < 0 ? undefined : at + delimiter.length;
}
