import { UserError, type ModelFiles } from '@understudy/core';
import { Model } from '../context/model.js';

/** A tokenizer may be padded to a round number of tokens, and models of one family differently so (llama.cpp allows as many). */
const SPARE_TOKENS = 128;

/**
 * Loads a model that drafts the texts of another one.
 * @throws UserError `draft-model-unfit` when they do not speak of the same tokens or cannot take tokens back, EngineError as `Model.load`
 */
export async function loadDraft(files: ModelFiles, model: Model, gpuLayers: number): Promise<Model> {
  const draft = await Model.load(files, { gpuLayers });
  const problem = unfit(draft, model);
  if (problem === undefined) return draft;
  draft[Symbol.dispose]();
  throw new UserError({
    code: 'draft-model-unfit',
    message: `Opening ${files.name} as draft model: ${problem}.`,
    hint: 'Choose a smaller model of the same family for --draft-model, or leave it out.',
    values: { draft: files.name },
  });
}

function unfit(draft: Model, model: Model): string | undefined {
  if (!draft.predictsNextToken) return 'it does not predict a text token by token';
  if (draft.memory === 'recurrent' || model.memory === 'recurrent') {
    return 'a model with a recurrent state cannot take back tokens that were guessed wrongly';
  }
  const [own, other] = [model.vocabulary, draft.vocabulary];
  if (own.kind !== other.kind || Math.abs(own.size - other.size) > SPARE_TOKENS) return 'it has another vocabulary';
  const shared = Math.min(own.size, other.size);
  for (let token = 0; token < shared; token += 1) {
    if (own.rawText(token) !== other.rawText(token)) return `it has another vocabulary (token ${token} differs)`;
  }
  return undefined;
}
