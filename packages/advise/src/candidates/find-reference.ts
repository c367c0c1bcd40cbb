import type { ModelCard } from '@understudy/catalog';
import { UserError } from '@understudy/core';
import type { Candidate } from './candidate.js';

/** The model that is to be replaced. */
export interface Reference {
  /** Id of its card or external model; of a measured model without a card its identity. */
  readonly id: string;
  readonly name: string;
  readonly card: ModelCard | undefined;
  /** What was measured of it, the most tasks first; empty: nothing. */
  readonly measured: readonly Candidate[];
}

/** What a catalog knows of models without a card. */
type Externals = Readonly<Record<string, { readonly name: string }>>;

/**
 * Finds the reference by the id of its card or of an external model, its candidate's id, or a measured model's name or identity (or its
 * beginning, from 8 characters on). Throws `UserError` `reference-unknown`, with the ids that are near.
 */
export function findReference(wanted: string, candidates: readonly Candidate[], externals: Externals): Reference {
  const ofCard = candidates.filter(({ card }) => card?.id === wanted);
  const found = ofCard.length > 0 ? ofCard : candidates.filter((candidate) => isNamed(candidate, wanted));
  const [first] = found;
  if (first !== undefined) {
    const measured = found.filter((candidate) => candidate.measured !== undefined).sort(byTasks);
    const isWholeCard = ofCard.length > 0;
    return {
      id: isWholeCard ? wanted : (first.card?.id ?? first.id),
      name: isWholeCard ? (first.card?.name ?? first.name) : first.name,
      card: first.card,
      measured,
    };
  }
  const external = externals[wanted];
  if (external !== undefined) return { id: wanted, name: external.name, card: undefined, measured: [] };
  throw unknownReference(wanted, candidates);
}

function isNamed({ id, name, spec, measured }: Candidate, wanted: string): boolean {
  if (id === wanted || spec === wanted || name === wanted) return true;
  return measured !== undefined && wanted.length >= 8 && measured.model.identity.startsWith(wanted);
}

function byTasks(a: Candidate, b: Candidate): number {
  return (b.measured?.cells.length ?? 0) - (a.measured?.cells.length ?? 0);
}

function unknownReference(wanted: string, candidates: readonly Candidate[]): UserError {
  const stem = wanted.toLowerCase().slice(0, 4);
  const near = candidates.map(({ id }) => id).filter((id) => id.startsWith(stem));
  return new UserError({
    code: 'reference-unknown',
    message: `There is no model ${wanted} to compare with: no card, no measured model is called so.`,
    hint:
      near.length > 0
        ? `Did you mean ${near.slice(0, 3).join(', ')}? \`understudy models ls\` lists all.`
        : 'Run `understudy models ls` for the ids of models, or measure the model first.',
    values: { reference: wanted },
  });
}
