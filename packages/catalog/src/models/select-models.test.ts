import { describe, expect, it } from 'vitest';
import { readCatalog } from '../read-catalog.js';
import type { Criteria } from './criteria.js';
import { selectModels } from './select-models.js';

const catalog = await readCatalog();
const listings = catalog.cards.map((card) => ({ spec: card.id, card, local: undefined }));
const local = {
  spec: './a.gguf',
  card: undefined,
  local: { spec: './a.gguf', paths: ['a.gguf'], sizeBytes: 1 },
} as const;

const select = (criteria: Criteria) => {
  const use = { quantization: 'Q4_K_M', contextLength: criteria.contextLength } as const;
  return selectModels([...listings, local], catalog, { criteria, use });
};
const ids = (criteria: Criteria) => select(criteria).models.map(({ spec }) => spec);

describe('selectModels', () => {
  it('takes everything where nothing is asked', () => {
    expect(ids({})).toHaveLength(catalog.cards.length + 1);
    expect(ids({ languages: [], isOpen: false })).toHaveLength(catalog.cards.length + 1);
  });

  it('judges commercial use by what the licences along the lineage come to', () => {
    const free = ids({ commercialUses: ['yes'] });
    expect(free).toEqual(expect.arrayContaining(['falcon-40b-instruct', 'zephyr-7b-beta', 'dolly-v2-12b']));
    expect(free).not.toContain('llama-2-7b');
    expect(ids({ commercialUses: ['yes', 'conditional'] })).toEqual(
      expect.arrayContaining(['llama-2-7b', 'vicuna-7b-v1.5']),
    );
    expect(ids({ commercialUses: ['yes', 'conditional'] })).not.toContain('mentallama-33b-lora');
  });

  it('fits memory at the context that is asked for', () => {
    const small = { maxMemory: 8 * 2 ** 30, commercialUses: ['yes'] } as const;
    expect(ids(small)).toContain('mistral-7b-v0.1');
    // 32,768 tokens of 128 KiB are 4 GiB beside 4.1 GiB of weights.
    expect(ids({ ...small, contextLength: 32768 })).not.toContain('mistral-7b-v0.1');
    expect(ids({ ...small, contextLength: 32768 })).not.toContain('falcon-7b');
    expect(ids({ maxMemory: 2 ** 50 })).not.toContain('gpt-4');
  });

  it('leaves out what is not known, and says how much that is', () => {
    const { models, leftOut } = select({ languages: ['zh'], commercialUses: ['yes'], isOpen: true });
    expect(models.map(({ spec }) => spec)).toEqual(expect.arrayContaining(['yi-6b', 'yi-34b-chat']));
    expect(models.every(({ card }) => card?.languages.value.includes('zh'))).toBe(true);
    expect(leftOut.models).toBeGreaterThan(0);
    expect(leftOut.byCriterion).toEqual({ languages: leftOut.models });
  });

  it('knows sizes and dates', () => {
    const small = ids({ maxParameters: 1e9 });
    expect(small).toEqual(expect.arrayContaining(['smollm2-135m-instruct', 'gemma-3-270m', 't5-base']));
    expect(small).not.toContain('opt-1.3b');
    const late = ids({ releasedSince: '2023-12' });
    expect(late).toContain('mixtral-8x7b');
    expect(late).not.toContain('mistral-7b-v0.1');
    expect(ids({ releasedSince: '2023-12-24' })).toContain('mixtral-8x7b');
  });
});
