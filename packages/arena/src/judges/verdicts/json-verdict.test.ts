import { describe, expect, it } from 'vitest';
import { readJsonVerdict, verdictSchema } from './json-verdict.js';

const read = (mode: 'pairwise' | 'single' | 'baseline', value: unknown) =>
  readJsonVerdict({ mode, text: typeof value === 'string' ? value : JSON.stringify(value), finishReason: 'end' });

describe('a verdict as JSON', () => {
  it('is read by its mode', () => {
    expect(read('pairwise', { explanation: '[[A]]', verdict: 'B' })).toMatchObject({ verdict: 'second' });
    expect(read('pairwise', { explanation: '', verdict: 'tie' })).toMatchObject({ verdict: 'tie' });
    expect(read('single', { explanation: '', rating: 9 })).toMatchObject({ state: 'ok', score: 9 });
    expect(read('baseline', { answer: '', explanation: '', verdict: 'B>>A' })).toMatchObject({
      verdict: 'second_much',
    });
  });

  it.each([
    ['pairwise', { verdict: 'A>>B' }],
    ['pairwise', '{"explanation": "cut'],
    ['pairwise', '[[A]]'],
    ['baseline', { verdict: 'A' }],
    ['single', { rating: 11 }],
    ['single', { verdict: 'A' }],
  ] as const)('is unparsed where it is something else: %s %j', (mode, value) => {
    expect(read(mode, value)).toEqual({ state: 'unparsed', verdict: null, score: null });
  });

  it('asks for the explanation before the verdict', () => {
    const { properties } = JSON.parse(verdictSchema('baseline')) as { properties: object };
    expect(Object.keys(properties)).toEqual(['answer', 'explanation', 'verdict']);
  });
});
