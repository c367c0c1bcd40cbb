import type { TextVocabulary } from '@understudy/engine-llama';
import type { Tokenizer } from '@understudy/core';

/** What makes tokens of texts and texts of tokens, for a model that is open. */
export interface TextParts extends Disposable {
  readonly tokenizer: Tokenizer;
  readonly vocabulary: TextVocabulary;
}
