import { describe, expect, it } from 'vitest';
import { readAdviseSearch } from './advise-search.js';
import { readAreaWeights, writeAreaWeights } from './area-weights.js';

describe('the address', () => {
  it('keeps what is typed, also what the router takes for a number or a truth', () => {
    expect(readAdviseSearch({ context: 8192, commercial: true, margin: 0.05, colour: 'red', users: '' })).toEqual({
      context: '8192',
      commercial: 'true',
      margin: '0.05',
    });
  });

  it('has weights of areas that are read as they are written', () => {
    expect(readAreaWeights('reasoning-math=2, knowledge')).toEqual({ 'reasoning-math': 2, knowledge: 1 });
    expect(writeAreaWeights({ 'reasoning-math': 2, knowledge: 1, safety: 0 })).toBe('reasoning-math=2,knowledge');
    expect(writeAreaWeights({})).toBeUndefined();
  });
});
