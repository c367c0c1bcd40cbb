import { describe, expect, it } from 'vitest';
import type { ModelCard } from '../card/card.js';
import { readCatalog } from '../read-catalog.js';
import { testCard, testStatus } from '../testing/test-catalog.js';
import type { LicenceTerms } from './licence-terms.js';
import { obligationsOf } from './obligations-of.js';

const catalog = await readCatalog();

const obligations = (id: string) => {
  const card = catalog.cardsById.get(id);
  if (card === undefined) throw new Error(`There is no card of ${id}.`);
  const { obligations: held, ...rest } = obligationsOf(card, catalog);
  return { ...rest, held: held.map(({ condition, from }) => `${condition.kind} of ${from}`) };
};

/** A made-up licence, of which one condition binds what is derived. */
const PARENT_TERMS: LicenceTerms = {
  id: 'LicenseRef-P',
  name: 'P',
  url: null,
  commercialUse: 'conditional',
  conditions: [
    { kind: 'registration', text: 'register' },
    { kind: 'attribution', text: 'name us' },
  ],
  bindsDerived: ['attribution'],
  outputsOf: [],
  sources: ['made up'],
};

const conditions = (licence: string) => catalog.licences.get(licence)?.conditions;

const child = (status: 'open' | 'delta', base = 'parent') =>
  testCard({ id: status, weights: testStatus({ status }), baseModel: { value: base, sources: ['made up'] } });

describe('obligationsOf', () => {
  it.each([
    ['vicuna-7b-v0', 'no', ['vicuna-7b-v0', 'llama-7b']],
    ['vicuna-7b-v1.5', 'conditional', ['vicuna-7b-v1.5', 'llama-2-7b']],
    ['alpaca-7b', 'no', ['alpaca-7b', 'llama-7b']],
    ['guanaco-65b', 'no', ['guanaco-65b', 'llama-65b']],
    ['falcon-40b-instruct', 'yes', ['falcon-40b-instruct', 'falcon-40b']],
    ['falcon-180b-chat', 'conditional', ['falcon-180b-chat', 'falcon-180b']],
    ['stable-beluga-2', 'no', ['stable-beluga-2']],
    ['zephyr-7b-beta', 'yes', ['zephyr-7b-beta', 'mistral-7b-v0.1']],
    ['mpt-30b-chat', 'no', ['mpt-30b-chat']],
    ['dolly-v2-12b', 'yes', ['dolly-v2-12b', 'pythia-12b']],
    ['mentallama-33b-lora', 'no', ['mentallama-33b-lora', 'vicuna-33b-v1.3', 'llama-33b']],
    ['belle-7b-2m', 'no', ['belle-7b-2m']],
    ['chatglm-6b', 'conditional', ['chatglm-6b']],
    ['instructretro-48b', 'unknown', ['instructretro-48b']],
  ])('takes the strictest licence along the lineage of %s: %s', (id, commercialUse, decidedBy) => {
    expect(obligations(id)).toMatchObject({ commercialUse, decidedBy });
  });

  it("passes on what a parent's licence asks of derived models, the model's own conditions first", () => {
    expect(obligations('stable-beluga-2').held).toEqual([
      'non-commercial of stable-beluga-2',
      'user-cap of llama-2-70b',
      'no-training-on-outputs of llama-2-70b',
      'acceptable-use of llama-2-70b',
      'attribution of llama-2-70b',
    ]);
    expect(obligations('wizardcoder-15b-v1.0').held).toEqual([
      'acceptable-use of wizardcoder-15b-v1.0',
      'attribution of wizardcoder-15b-v1.0',
    ]);
    expect(obligations('belle-7b-2m').held).toContain('acceptable-use of bloomz-7b1-mt');
  });

  it("knows the numbers of Llama 2's and Baichuan 2's caps", () => {
    expect(conditions('LicenseRef-Llama-2-Community')).toContainEqual(
      expect.objectContaining({ kind: 'user-cap', monthlyActiveUsers: 700_000_000 }),
    );
    expect(conditions('LicenseRef-Baichuan2-Community')).toContainEqual(
      expect.objectContaining({ kind: 'daily-user-cap', dailyActiveUsers: 1_000_000 }),
    );
  });

  it("tells a teacher's terms apart from the licence", () => {
    expect(obligations('falcon-40b-instruct').commercialUse).toBe('yes');
    expect(obligations('falcon-40b-instruct').teacher).toMatch(/^ChatGPT \(Baize\) taught falcon-40b-instruct; OpenAI/);
    expect(obligations('minigpt-4-13b').teacher).toMatch(/taught vicuna-13b-v0; OpenAI/);
    expect(obligations('dolly-v2-12b').teacher).toBeNull();
    expect(obligations('stable-beluga-2').teacher).toBeNull(); // Its teachers have no names.
  });

  it('takes all of the conditions of what a difference is put on, and what nobody read for unknown', () => {
    const parent = testCard({
      id: 'parent',
      licence: { ...testCard().licence, id: 'LicenseRef-P', commercialUse: 'conditional' },
    });
    const obligationsAmong = (card: ModelCard) => {
      const cards = [parent, card];
      const cardsById = new Map(cards.map((one) => [one.id, one]));
      const licences = new Map([['LicenseRef-P', PARENT_TERMS]]);
      return obligationsOf(card, { ...catalog, cards, cardsById, licences });
    };
    const kinds = (status: 'open' | 'delta') =>
      obligationsAmong(child(status)).obligations.map(({ condition }) => condition.kind);
    expect(kinds('open')).toEqual(['attribution']);
    expect(kinds('delta')).toEqual(['registration', 'attribution']);
    expect(obligationsAmong(child('open', 'stranger'))).toMatchObject({
      commercialUse: 'unknown',
      decidedBy: ['stranger'],
    });
  });
});
