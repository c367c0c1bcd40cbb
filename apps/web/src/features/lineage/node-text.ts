import { USE_SIGNS } from '../models/use-mark.js';
import type { LineageGroup } from './lineage-groups.js';

/** From the strictest to the freest. */
const STRICTNESS = ['no', 'unknown', 'conditional', 'yes'] as const;
const LONGEST = 18;
const LONGEST_METHODS = 16;

/** The strictest answer of a group, which gives its colour; undefined: none of its models has a card. */
export function strictestUse({ uses }: LineageGroup): (typeof STRICTNESS)[number] | undefined {
  return STRICTNESS.find((use) => uses.includes(use));
}

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** What a node says: signs of its licences, its family, and how many models it has. */
export function nodeText(group: LineageGroup): string {
  const signs = STRICTNESS.toReversed()
    .filter((use) => group.uses.includes(use))
    .map((use) => USE_SIGNS[use])
    .join('');
  const [only] = group.models;
  const name = group.models.length === 1 && only !== undefined ? only.name : group.familyName;
  const count = group.models.length > 1 ? ` ×${group.models.length}` : '';
  return `${signs} ${shortened(name)}${count}`.trim();
}

/** What stands on the edge to a group: its methods, as many as there is room for. */
export function methodText({ methods }: LineageGroup, names: Readonly<Record<string, string>>): string {
  const text = methods.map((tag) => names[tag] ?? tag).join(', ');
  return text.length > LONGEST_METHODS ? `${text.slice(0, LONGEST_METHODS - 1)}…` : text;
}
