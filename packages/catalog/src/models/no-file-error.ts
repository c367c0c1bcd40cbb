import { UserError } from '@understudy/core';
import type { ModelCard } from '../card/card.js';

type Status = ModelCard['weights']['status'];

const NAME_ONE = 'Name a GGUF of it yourself: hf:owner/repo/file.gguf, or a path.';

/** What to do about a model without a file here, and the error's code, by how its weights can be had. */
const WAYS: Readonly<Record<Status, { readonly code: string; readonly hint: (card: ModelCard) => string }>> = {
  open: {
    code: 'no-weights',
    hint: (card) => `${published(card)} ${NAME_ONE}`,
  },
  gated: {
    code: 'weights-gated',
    hint: (card) => `${published(card)} Access is asked for there; HF_TOKEN then carries it. ${NAME_ONE}`,
  },
  delta: {
    code: 'weights-delta',
    hint: (card) =>
      `${published(card)} They are the difference to ${base(card)} and have to be added to it. ${NAME_ONE}`,
  },
  adapter: {
    code: 'weights-adapter',
    hint: (card) =>
      `${published(card)} They are LoRA weights over ${base(card)}. Name a GGUF with them merged in: hf:owner/repo/file.gguf, or a path.`,
  },
  unreleased: {
    code: 'weights-unreleased',
    hint: () => 'Its weights were never published.',
  },
  closed: {
    code: 'weights-closed',
    hint: ({ remote, developer }) =>
      remote === null
        ? `Its weights were never published; only ${developer.value} runs it.`
        : `Its weights were never published; it is reached as ${remote.value}.`,
  },
};

/** The error for a model of the catalog that Understudy has no file of. */
export function noFileError(card: ModelCard): UserError {
  const { code, hint } = WAYS[card.weights.status];
  return new UserError({
    code,
    message: `The catalog knows ${card.id} (${card.name}), but no file of its weights.`,
    hint: hint(card),
    values: { id: card.id, status: card.weights.status, repositories: card.weights.repositories },
  });
}

function published({ weights: { repositories } }: ModelCard): string {
  return repositories.length === 0
    ? 'No repository of its weights is known.'
    : `Its weights are on the model hub, in ${repositories.join(', ')}.`;
}

function base({ baseModel }: ModelCard): string {
  return baseModel?.value ?? 'its base model';
}
