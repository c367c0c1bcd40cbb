import { describe, expect, it } from 'vitest';
import { traceFilters } from './trace-filters.js';

describe('traceFilters', () => {
  it('shows what each step of each pipeline makes of a text', () => {
    const list = [
      { name: 'strict', filter: [{ function: 'regex', regex_pattern: '#### (\\d+)' }, { function: 'take_first' }] },
      { name: 'loud', filter: [{ function: 'uppercase' }, { function: 'take_first' }] },
    ];
    expect(traceFilters(list, ['so #### 18'], {})).toEqual([
      {
        filter: 'strict',
        steps: [
          { function: 'regex', arguments: { regex_pattern: '#### (\\d+)' }, output: ['18'] },
          { function: 'take_first', arguments: {}, output: '18' },
        ],
      },
      {
        filter: 'loud',
        steps: [
          { function: 'uppercase', arguments: {}, output: ['SO #### 18'] },
          { function: 'take_first', arguments: {}, output: 'SO #### 18' },
        ],
      },
    ]);
  });

  it('takes the first response where the task names no filter, and refuses one it does not know', () => {
    expect(traceFilters(null, ['a', 'b'], {})).toEqual([
      { filter: 'none', steps: [{ function: 'take_first', arguments: {}, output: 'a' }] },
    ]);
    expect(() => traceFilters([{ name: 'f', filter: [{ function: 'magic' }] }], ['a'], {})).toThrow('expected one of');
  });
});
