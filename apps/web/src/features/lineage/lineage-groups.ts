import type { Catalog, CatalogRow } from '../models/calls.js';
import { teachersNamed } from './teachers.js';

/** A model of the map: a card, or a base model that has none. */
export interface LineageModel {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  readonly familyName: string;
  /** Undefined: it has no card. */
  readonly row: CatalogRow | undefined;
}

/** Models of one family that were made from models of one group: a node of the map. */
export interface LineageGroup {
  /** Families from the root, with slashes; stable, fit for an address. */
  readonly key: string;
  readonly family: string;
  readonly familyName: string;
  readonly models: readonly LineageModel[];
  readonly children: readonly LineageGroup[];
  /** How they were tuned of their parents: tags, each once. */
  readonly methods: readonly string[];
  /** Answers to whether they may be used commercially, each once. */
  readonly uses: readonly CatalogRow['commercialUse'][];
  /** Whose outputs they learnt from. */
  readonly teachers: readonly string[];
}

/** All trees of more than one model, and the models that have no relatives here. */
export interface Lineages {
  readonly trees: readonly LineageGroup[];
  readonly alone: readonly CatalogRow[];
}

/** Distillation is what a link to a teacher says. */
const TEACHING = 'distillation';

const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

function byFamily(models: readonly LineageModel[]): ReadonlyMap<string, readonly LineageModel[]> {
  const families = new Map<string, LineageModel[]>();
  for (const model of models) {
    const family = families.get(model.family);
    if (family === undefined) families.set(model.family, [model]);
    else family.push(model);
  }
  return families;
}

/** Puts models into groups by family, each over the groups of what was made from it. */
function groupsOf(
  models: readonly LineageModel[],
  path: string,
  childrenOf: ReadonlyMap<string, readonly LineageModel[]>,
): readonly LineageGroup[] {
  return [...byFamily(models)].map(([family, members]) => {
    const key = path === '' ? family : `${path}/${family}`;
    const children = members.flatMap(({ id }) => childrenOf.get(id) ?? []);
    const rows = members.flatMap(({ row }) => row ?? []);
    return {
      key,
      family,
      familyName: members[0]?.familyName ?? family,
      models: members,
      children: groupsOf(children, key, childrenOf),
      methods: distinct(rows.flatMap(({ methods }) => methods)).filter((tag) => tag !== TEACHING),
      uses: distinct(rows.map(({ commercialUse }) => commercialUse)),
      teachers: distinct(rows.flatMap(({ teacher }) => (teacher === null ? [] : teachersNamed(teacher)))),
    };
  });
}

/** How many groups a tree has. */
export function countGroups(group: LineageGroup): number {
  return 1 + group.children.reduce((sum, child) => sum + countGroups(child), 0);
}

/** Who was made from whom, by families: the trees with most groups first. */
export function lineagesOf({ models: rows, externals }: Catalog): Lineages {
  const known = new Map(rows.map((row) => [row.id, row]));
  const childrenOf = new Map<string, LineageModel[]>();
  const roots: LineageModel[] = [];
  for (const row of rows) {
    const { id, name, family, familyName } = row;
    const model = { id, name, family, familyName, row };
    if (row.baseModel === null) roots.push(model);
    else childrenOf.set(row.baseModel, [...(childrenOf.get(row.baseModel) ?? []), model]);
  }
  for (const id of childrenOf.keys()) {
    if (known.has(id)) continue;
    const external = externals.find((each) => each.id === id);
    const { name = id, family, familyName } = external ?? {};
    roots.push({ id, name, family: family ?? id, familyName: familyName ?? name, row: undefined });
  }
  const groups = groupsOf(roots, '', childrenOf);
  return {
    trees: groups.filter(({ children }) => children.length > 0).toSorted((a, b) => countGroups(b) - countGroups(a)),
    alone: groups
      .filter(({ children }) => children.length === 0)
      .flatMap(({ models }) => models.flatMap(({ row }) => row ?? [])),
  };
}

/** Whether a tree has a family. */
export function hasFamily(group: LineageGroup, family: string): boolean {
  return group.family === family || group.children.some((child) => hasFamily(child, family));
}
