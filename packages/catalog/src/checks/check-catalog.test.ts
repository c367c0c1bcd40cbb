import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Catalog } from '../catalog.js';
import { readCatalog } from '../read-catalog.js';
import { testCard } from '../testing/test-catalog.js';
import { checkCatalog } from './check-catalog.js';

const catalog = await readCatalog();
const LIBRARY = fileURLToPath(new URL('../../../tasks/library', import.meta.url));

/** What is read of a task's file here. */
interface TaskFile {
  readonly name: string;
  readonly tags: readonly string[];
  /** Members of a group. */
  readonly members: readonly string[];
}

const list = (value: string | readonly string[] | undefined) => [value ?? []].flat();

function taskFile(path: string): TaskFile {
  // The library's own files, which its tests check.
  const { task, group, tag } = parse(readFileSync(path, 'utf8'), { logLevel: 'error' }) as Record<
    string,
    string | readonly string[] | undefined
  >;
  return typeof group === 'string'
    ? { name: group, tags: [], members: list(task) }
    : { name: String(task), tags: list(tag), members: [] };
}

const knownModels = (names: readonly string[]) =>
  names.filter((name) => catalog.cardsById.has(name) || name in catalog.externals);

describe('the catalog', () => {
  it('maps every task of the library: by itself, by a group or tag above it, or by its members', () => {
    const paths = readdirSync(LIBRARY, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\/[^_/][^/]*\.yaml$/.test(path),
    );
    const files = paths.map((path) => taskFile(join(LIBRARY, path)));
    expect(files.length).toBeGreaterThan(150);
    const mapped = new Set(catalog.benchmarks.flatMap(({ tasks }) => tasks));
    for (let before = -1; before !== mapped.size;) {
      before = mapped.size;
      for (const { name, tags, members } of files) {
        if (mapped.has(name)) for (const member of members) mapped.add(member);
        if (tags.some((tag) => mapped.has(tag))) mapped.add(name);
        if (members.length > 0 && members.every((member) => mapped.has(member))) mapped.add(name);
      }
    }
    expect(files.map(({ name }) => name).filter((name) => !mapped.has(name))).toEqual([]);
    const names = new Set(files.flatMap(({ name, tags }) => [name, ...tags]));
    const listed = catalog.benchmarks.flatMap(({ tasks }) => tasks);
    expect(listed.filter((name) => !names.has(name))).toEqual([]);
  });

  it('names in claims models that it knows, or groups of models in words', () => {
    const named = catalog.claims.flatMap(({ models, comparators }) => [...models, ...comparators]);
    expect(knownModels(named).length).toBeGreaterThan(100);
    const others = new Set(named.filter((name) => knownModels([name]).length === 0 && !name.includes(' ')));
    expect([...others].toSorted()).toEqual(['all', 'claude', 'platypus-70b']);
  });

  it('has no licence that no model is under, and names kinds of its own conditions as binding', () => {
    const used = new Set([
      ...catalog.cards.map(({ licence }) => licence.id),
      ...Object.values(catalog.externals).map(({ licence }) => licence),
    ]);
    const idle = [...catalog.licences.values()].filter(({ id, outputsOf }) => !used.has(id) && outputsOf.length === 0);
    expect(idle.map(({ id }) => id)).toEqual([]);
    for (const { bindsDerived, conditions } of catalog.licences.values()) {
      expect(conditions.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...bindsDerived]));
    }
  });

  it('knows of systems in published scores whether their weights are open', () => {
    const externals = catalog.scores.flatMap(({ modelId }) => catalog.externals[modelId] ?? []);
    expect(externals.length).toBeGreaterThan(150);
    expect(new Set(externals.filter(({ isOpen }) => isOpen === null).map(({ name }) => name))).toEqual(
      new Set(['Alpaca 65B', 'human raters']),
    );
    const turbo = Object.entries(catalog.externals).filter(([, { family }]) => family === 'gpt-3.5');
    expect(turbo.map(([id]) => id)).toEqual(expect.arrayContaining(['gpt-3.5-turbo-0301', 'gpt-3.5-turbo-1106']));
  });
});

describe('checkCatalog', () => {
  const broken = (changes: Partial<Catalog>) => () => checkCatalog({ ...catalog, ...changes });
  const [score] = catalog.scores as [Catalog['scores'][number]];
  const [claim] = catalog.claims as [Catalog['claims'][number]];
  const [benchmark] = catalog.benchmarks as [Catalog['benchmarks'][number]];

  it.each([
    ['a score of a model', broken({ scores: [{ ...score, modelId: 'nobody' }] }), 'names the model nobody'],
    ['a benchmark of a score', broken({ scores: [{ ...score, benchmark: 'Nothing' }] }), 'no benchmark is Nothing'],
    ['a benchmark of a claim', broken({ claims: [{ ...claim, benchmarks: ['Less'] }] }), 'no benchmark is Less'],
    [
      'a licence of a card',
      broken({ cards: [testCard({ licence: { ...testCard().licence, id: 'X' } })] }),
      'no licence is X',
    ],
    ['the name of a family', broken({ cards: [testCard({ family: 'unnamed' })] }), 'the family unnamed has no name'],
    ['a base model', broken({ cards: [testCard({ baseModel: { value: 'gone', sources: ['x'] } })] }), 'the model gone'],
  ])('tells that %s is not known', (_, check, problem) => {
    expect(check).toThrow(
      expect.objectContaining({ code: 'catalog-reference', message: expect.stringContaining(problem) }),
    );
  });

  it('tells that an id, a name or a task is there twice', () => {
    const twice = [...catalog.benchmarks, { ...benchmark, id: 'other', tasks: [] }];
    expect(broken({ benchmarks: twice })).toThrow(/the name of a benchmark .* is there twice/);
    expect(broken({ families: { ...catalog.families, other: 'Vicuna' } })).toThrow(
      /the name of a family Vicuna is there twice/,
    );
    expect(broken({ claims: [claim, claim] })).toThrow(/the id of a claim c001 is there twice/);
  });
});
