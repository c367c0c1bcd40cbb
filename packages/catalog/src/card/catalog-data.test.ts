import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readCatalog } from '../read-catalog.js';
import { parseModelSpec } from '../spec/parse-model-spec.js';
import { listTemplateNames, readTemplate } from '../template/read-templates.js';
import type { ModelCard } from './card.js';
import { CARDS_FOLDER, listCardFiles } from './card-files.js';

/** The table that most cards were made from; it is not part of the repository. */
const TABLE = new URL('../../../../../shared/catalog/models.json', import.meta.url);

const catalog = await readCatalog(); // Every file keeps to its schema and names what is there, or this throws.
const { cards, externals: external } = catalog;
const ids = new Set(cards.map(({ id }) => id));
const templates = await Promise.all((await listTemplateNames()).map(async (name) => (await readTemplate(name))!));

const isPublished = ({ weights }: ModelCard) => !['unreleased', 'closed'].includes(weights.status);

/** Ids of the cards that a rule does not hold for. */
const unfit = (isFit: (card: ModelCard) => boolean) => cards.filter((card) => !isFit(card)).map(({ id }) => id);

describe('the cards that come with Understudy', () => {
  it('have ids of their own', () => {
    expect(ids.size).toBe(cards.length);
    expect(Object.keys(external).filter((id) => ids.has(id))).toEqual([]);
  });

  it('name base models that are known, and end in one without a parent', () => {
    const parents = new Map(cards.map(({ id, baseModel }) => [id, baseModel?.value ?? undefined]));
    for (const { id } of cards) {
      const line = [id];
      for (let parent = parents.get(id); parent !== undefined; parent = parents.get(parent)) {
        expect(ids.has(parent) || parent in external, `${line.join(' → ')} → ${parent}`).toBe(true);
        expect(line).not.toContain(parent);
        line.push(parent);
      }
    }
    const scored = new Set(catalog.scores.map(({ modelId }) => modelId));
    const named = new Set(parents.values());
    expect(Object.keys(external).filter((id) => !named.has(id) && !scored.has(id))).toEqual([]);
  });

  it('are of families that are called by what their models’ names have in common', () => {
    const models = [...cards, ...Object.values(external)];
    const namesOf = (id: string) => models.filter(({ family }) => family === id).map(({ name }) => name.toLowerCase());
    const isOf = (name: string, id: string) =>
      namesOf(id).some((own) =>
        name
          .toLowerCase()
          .split(' ')
          .every((word) => own.includes(word)),
      );
    expect(Object.entries(catalog.families).filter(([id, name]) => !isOf(name, id))).toEqual([]);
    expect(catalog.families).toMatchObject({ 'llama-2': 'Llama 2', 'mt-nlg': 'Megatron-Turing NLG' });
  });

  it('have weights, a licence for them, and a price as their status allows', () => {
    expect(unfit((card) => isPublished(card) || card.weights.repositories.length === 0)).toEqual([]);
    expect(unfit((card) => isPublished(card) || card.weights.file === null)).toEqual([]);
    expect(unfit((card) => !isPublished(card) || card.licence.id !== null)).toEqual([]);
    expect(unfit(({ remote, weights }) => remote === null || weights.status === 'closed')).toEqual([]);
    expect(unfit(({ price, remote }) => price === null || remote !== null)).toEqual([]);
  });

  it('name files that can be fetched: from the hub, or out of a package', () => {
    const files = cards.flatMap(({ weights }) => weights.file ?? []);
    const kinds = files.flatMap(({ sources }) => sources).map(({ spec }) => parseModelSpec(spec).kind);
    expect(files).toHaveLength(2);
    expect(new Set(kinds)).toEqual(new Set(['hub', 'package']));
  });

  it('name templates that are there, and every template names the families that use it', () => {
    const used = new Map(templates.map(({ name }) => [name, new Set<string>()]));
    for (const { id, family, template } of cards) {
      if (typeof template?.value !== 'string') continue;
      expect(used.has(template.value), `${id}: ${template.value}`).toBe(true);
      used.get(template.value)?.add(family);
    }
    const named = Object.fromEntries(templates.map(({ name, families }) => [name, [...families].sort()]));
    expect(named).toEqual(Object.fromEntries([...used].map(([name, families]) => [name, [...families].sort()])));
  });

  it('leave to the family nothing that differs from release to release', async () => {
    const names = (await readdir(CARDS_FOLDER, { recursive: true })).filter((name) => name.endsWith('family.yaml'));
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) {
      expect(readFileSync(`${CARDS_FOLDER}/${name}`, 'utf8')).not.toMatch(
        /^(id|name|kind|released|baseModel|parameters|weights):/m,
      );
    }
    const used = new Set((await listCardFiles(CARDS_FOLDER)).map(({ familyPath }) => familyPath));
    expect(names.filter((name) => !used.has(`${CARDS_FOLDER}/${name}`))).toEqual([]);
  });

  it.skipIf(!existsSync(TABLE))(
    'cover every record of the table they were made from (skipped without ../shared)',
    () => {
      const records = JSON.parse(readFileSync(TABLE, 'utf8')) as readonly {
        readonly id: string;
        readonly family: string;
      }[];
      const known = new Map(cards.map(({ id, family }) => [id, family]));
      expect(records).toHaveLength(173);
      expect(records.filter(({ id, family }) => known.get(id) !== family)).toEqual([]);
    },
  );
});
