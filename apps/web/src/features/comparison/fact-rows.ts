import { architectureFacts } from '../model/architecture-facts.js';
import type { CatalogModel } from '../model/calls.js';
import { type FactTexts, overviewFacts, runningFacts } from '../model/card-facts.js';
import type { FactGroup } from '../model/fact.js';
import { licenceFacts } from '../model/licence-facts.js';
import { finetuningFacts, pretrainingFacts, trainingFacts } from '../model/training-facts.js';

/** A fact of several models. */
export interface FactRow {
  readonly key: string;
  readonly group: string;
  readonly label: string;
  /** In the order of the models; null: not known. */
  readonly values: readonly (string | null)[];
  /** Two of the values that are known differ. */
  readonly differs: boolean;
}

/** Facts that every model has for itself, and that say nothing beside each other. */
const OWN = /^(?:file|repository .*)$/;

function groupsOf(body: CatalogModel, texts: FactTexts): readonly FactGroup[] {
  const { card } = body;
  return [
    overviewFacts(body, texts),
    licenceFacts(body, texts),
    architectureFacts(card, texts),
    pretrainingFacts(card, texts),
    finetuningFacts(card, texts),
    trainingFacts(card, texts),
    runningFacts(card, texts),
  ];
}

/** The facts of some models side by side: a row for each that at least one of them has. */
export function factRows(bodies: readonly CatalogModel[], texts: FactTexts): readonly FactRow[] {
  const all = bodies.map((body) => groupsOf(body, texts));
  const labels = new Map<string, { readonly group: string; readonly label: string }>();
  for (const place of all[0]?.keys() ?? []) {
    for (const { key: group, title, facts } of all.flatMap((groups) => groups[place] ?? [])) {
      for (const { key, label } of facts) {
        if (!OWN.test(key)) labels.set(`${group} ${key}`, { group: title, label });
      }
    }
  }
  return [...labels].map(([id, { group, label }]) => {
    const values = all.map(
      (groups) =>
        groups
          .flatMap(({ key, facts }) => facts.map((fact) => ({ id: `${key} ${fact.key}`, value: fact.value })))
          .find((fact) => fact.id === id)?.value ?? null,
    );
    const known = new Set(values.filter((value) => value !== null));
    return { key: id, group, label, values, differs: known.size > 1 };
  });
}
