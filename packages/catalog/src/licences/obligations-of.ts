import type { Catalog } from '../catalog.js';
import type { ModelCard } from '../card/card.js';
import { lineageOf, type Ancestor } from './lineage.js';
import type { LicenceCondition } from './licence-terms.js';
import type { Obligation, Obligations } from './obligations.js';

/** From the strictest to the freest. What nobody read may forbid anything, so it comes before what is allowed on conditions. */
const STRICTNESS = ['no', 'unknown', 'conditional', 'yes'] as const;

/**
 * What one may do with a model, by its licence and those of all it was made from. The strictest says whether commercial use is allowed. A
 * parent's conditions hold as far as its licence binds what is derived from it, and all of them where the model is a difference to the
 * parent's weights or an adapter over them. What a teacher's terms say of learning from its outputs is told apart, and decides nothing:
 * it binds who made the model, and whether it binds its users is a question for a lawyer, as is everything here.
 */
export function obligationsOf(card: ModelCard, catalog: Catalog): Obligations {
  const line = lineageOf(card, catalog);
  const uses = line.map(({ commercialUse }) => commercialUse);
  const commercialUse = STRICTNESS.find((use) => uses.includes(use)) ?? 'unknown';
  return {
    commercialUse,
    decidedBy: line.filter((model) => model.commercialUse === commercialUse).map(({ id }) => id),
    obligations: distinct(line.flatMap(obligationsFrom)),
    teacher: teacherOf(line, catalog),
  };
}

function obligationsFrom({ id: from, terms, isUsed }: Ancestor): readonly Obligation[] {
  if (terms === undefined) return [];
  return terms.conditions
    .filter(({ kind }) => isUsed || terms.bindsDerived.includes(kind))
    .map((condition) => ({ condition, licence: terms.id, from }));
}

/** One licence along the lineage asks the same once, of the model that is nearest. */
function distinct(obligations: readonly Obligation[]): readonly Obligation[] {
  const seen = new Set<LicenceCondition>();
  return obligations.filter(({ condition }) => !seen.has(condition) && seen.add(condition));
}

/** The nearest teacher along the lineage whose terms are known. */
function teacherOf(line: readonly Ancestor[], { licences }: Catalog): string | null {
  for (const { id, teacher } of line) {
    const terms = [...licences.values()].find(({ outputsOf }) => outputsOf.some((name) => teacher?.includes(name)));
    const limit = terms?.conditions.find(({ kind }) => kind === 'no-training-on-outputs');
    if (terms !== undefined && limit !== undefined) return `${teacher} taught ${id}; ${terms.name}: ${limit.text}`;
  }
  return null;
}
