import { obligationsOf, readCatalog } from '@understudy/catalog';
import type { BoardRow } from '@understudy/evidence';
import { describe, expect, it } from 'vitest';
import { parseNeeds } from '../needs/parse-needs.js';
import type { WrittenNeeds } from '../needs/needs.js';
import { fakeRow } from '../testing/fake-evidence.js';
import { admissionOf } from './admission.js';
import { estimateFootprint } from './estimate-footprint.js';
import { chooseFootprint } from './footprint.js';
import { judgeNeeds } from './judge-needs.js';

const catalog = await readCatalog();

/** Judges a card of the real catalog, never measured; or a measured model without a card. */
function judge(id: string, written: Partial<WrittenNeeds>, measured?: BoardRow) {
  const card = catalog.cardsById.get(id);
  const needs = parseNeeds({ area: 'general', ...written });
  const obligations = card && obligationsOf(card, catalog);
  const candidate = { id, name: id, spec: id, card, obligations, measured };
  const footprint = chooseFootprint(candidate, needs, estimateFootprint);
  const findings = judgeNeeds({ candidate, needs, footprint });
  return { findings, footprint, admission: admissionOf(findings, needs) };
}

describe('needs of the real catalog', () => {
  it('are met in the first allowed format that fits, and else told in the smallest', () => {
    // 7.24·10⁹ parameters and ½ GiB of K/V cache: 7.7 GiB as Q8_0, 6.0 as Q6_K, 5.3 as Q5_K_M.
    const formats = ['8GiB', '5.9GiB'].map((maxMemory) =>
      judge('mistral-7b-instruct-v0.1', { maxMemory, context: '4k' }),
    );
    expect(formats.map(({ footprint, admission }) => [footprint?.quantization, admission])).toEqual([
      ['Q8_0', 'admissible'],
      ['Q5_K_M', 'admissible'],
    ]);
    const small = judge('mistral-7b-instruct-v0.1', { maxMemory: '2GiB', context: '4k' });
    expect(small.findings).toContainEqual(
      expect.objectContaining({
        need: 'memory',
        outcome: 'broken',
        reason: expect.objectContaining({ code: 'memory', quantization: 'Q4_K_M' }),
      }),
    );
  });

  it('follow the licence along the lineage, and its cap of users', () => {
    // Vicuna 1.3 was made of LLaMA, whose licence is for research.
    expect(judge('vicuna-13b-v1.3', { commercial: true }).admission).toBe('excluded');
    // Vicuna 1.5 is under the licence of Llama 2, free below 700 million users.
    expect(judge('vicuna-13b-v1.5', { commercial: true, users: '1M' }).admission).toBe('admissible');
    expect(judge('vicuna-13b-v1.5', { commercial: true, users: '701M' }).findings).toContainEqual(
      expect.objectContaining({ reason: expect.objectContaining({ code: 'user-cap', cap: 700e6 }) }),
    );
    expect(judge('vicuna-13b-v1.3', {}).admission).toBe('admissible');
    // The licence of Llama 2 counts users of what is free as well.
    expect(judge('vicuna-13b-v1.5', { users: '701M' }).admission).toBe('excluded');
  });

  it('leave open whether a cap of daily users holds that the monthly ones exceed', () => {
    // Baichuan 2 is for services with fewer than a million users a day.
    const [few, many] = ['999k', '3M'].map((users) => judge('baichuan2-7b-chat', { commercial: true, users }));
    expect(few?.admission).toBe('admissible');
    expect(many?.admission).toBe('not-known');
    expect(many?.findings).toContainEqual(
      expect.objectContaining({ reason: expect.objectContaining({ code: 'daily-user-cap', cap: 1e6, users: 3e6 }) }),
    );
  });

  it('rule out what may not be offered to others, only where that is asked for', () => {
    expect(judge('falcon-180b-chat', { commercial: true }).admission).toBe('admissible');
    for (const commercial of [true, false]) {
      expect(judge('falcon-180b-chat', { commercial, asService: true }).findings).toContainEqual(
        expect.objectContaining({ outcome: 'broken', reason: expect.objectContaining({ code: 'no-hosting' }) }),
      );
    }
    expect(judge('mistral-7b-instruct-v0.1', { commercial: true, asService: true }).admission).toBe('admissible');
  });

  it.each([
    ['separate', 'not-known'],
    ['admit', 'admissible'],
    ['exclude', 'excluded'],
  ] as const)('that are not known are as asked: %s', (unknown, admission) => {
    // Its card says "many languages" and names none.
    expect(judge('gpt-4', { hosted: true, language: ['de'], unknown }).admission).toBe(admission);
  });

  it('tell a language that is not among those named from one that may be among many', () => {
    expect(judge('llama-2-7b-chat', { language: ['zh'] }).admission).toBe('excluded');
  });

  it('ask hosted models for their price, and not for memory', () => {
    expect(judge('gpt-4', { hosted: true, maxMemory: '1GiB', maxCost: 100 }).admission).toBe('admissible');
    expect(judge('gpt-4', { hosted: true, maxCost: 0.01 }).findings).toContainEqual(
      expect.objectContaining({ need: 'cost', outcome: 'broken' }),
    );
    expect(judge('gpt-4', {}).admission).toBe('excluded');
  });

  it.each([
    ['a provider', { identity: 'https://api.openai.com/v1#x', remote: 'openai:x' }, 'met'],
    ['some server', { identity: 'https://example.org/v1#x', remote: undefined }, 'unknown'],
  ])('do not take the price of %s that the catalog does not know for none', (_name, model, memory) => {
    const { model: plain, ...row } = fakeRow('x', []);
    const measured = { ...row, model: { ...plain, ...model } };
    const { findings } = judge('x', { hosted: true, maxMemory: '1GiB', maxCost: 1 }, measured);
    const outcomes = findings.map(({ need, outcome }) => [need, outcome]);
    expect(outcomes).toEqual([
      ['availability', 'met'],
      ['memory', memory],
      ['cost', 'unknown'],
    ]);
  });

  it('are not met by what was never published', () => {
    expect(judge('chinchilla-70b', {}).admission).not.toBe('admissible');
  });

  it('judge speed by what the memory can deliver', () => {
    const fast = judge('mistral-7b-instruct-v0.1', { speed: 5, bandwidth: 51.2 });
    expect([fast.footprint?.quantization, fast.admission]).toEqual(['Q8_0', 'admissible']);
    expect(judge('mistral-7b-instruct-v0.1', { speed: 100, bandwidth: 51.2 }).admission).toBe('excluded');
  });
});
