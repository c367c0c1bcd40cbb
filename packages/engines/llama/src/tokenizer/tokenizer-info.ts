import { DataError, type SpecialToken, type TokenizerInfo } from '@understudy/core';
import type { Vocabulary } from '../context/vocabulary.js';

/**
 * What a vocabulary says of itself.
 * @throws DataError `vocabulary-without-prefix` when it has neither BOS nor EOS: an empty context could not be scored.
 */
export function tokenizerInfo(vocabulary: Vocabulary): TokenizerInfo {
  const bos = specialToken(vocabulary, vocabulary.bos);
  const eos = specialToken(vocabulary, vocabulary.eos);
  const prefix = bos ?? eos;
  if (prefix === undefined) {
    throw new DataError({
      code: 'vocabulary-without-prefix',
      message:
        'Reading the vocabulary: it has neither a BOS nor an EOS token, so that an empty context cannot be scored.',
      hint: 'Choose a model that generates text.',
    });
  }
  return {
    vocabularySize: vocabulary.size,
    bos,
    eos,
    addsBos: vocabulary.addsBos,
    prefix,
    chatTemplate: vocabulary.chatTemplate,
  };
}

function specialToken(vocabulary: Vocabulary, id: number | undefined): SpecialToken | undefined {
  if (id === undefined) return undefined;
  return { id, text: new TextDecoder().decode(vocabulary.piece(id, { special: true })) };
}
