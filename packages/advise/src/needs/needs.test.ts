import { describe, expect, it } from 'vitest';
import { parseNeeds } from './parse-needs.js';

describe('needs', () => {
  it('are the same from a command line and from a file', () => {
    const fromLine = parseNeeds({
      area: ['reasoning-math=2', 'knowledge'],
      language: 'en,zh',
      maxMemory: '8GiB',
      context: '8k',
    });
    const fromFile = parseNeeds({
      area: { 'reasoning-math': 2, knowledge: 1 },
      language: ['en', 'zh'],
      maxMemory: 8,
      context: 8192,
    });
    expect(fromLine).toEqual(fromFile);
    expect(fromLine).toMatchObject({
      area: [
        { area: 'reasoning-math', weight: 2 },
        { area: 'knowledge', weight: 1 },
      ],
      maxMemory: 8 * 2 ** 30,
      context: 8192,
      reference: 'gpt-3.5-turbo',
      margin: 0.03,
      unknown: 'separate',
    });
  });

  it('tell GB from GiB and read numbers of people', () => {
    expect(parseNeeds({ area: 'general', maxMemory: '8 GB', users: '700M' })).toMatchObject({
      maxMemory: 8e9,
      users: 700e6,
    });
  });

  it.each([
    ['no area', {}],
    ['an area that is none', { area: 'cooking' }],
    ['an area twice', { area: 'general,general=2' }],
    ['a weight of nothing', { area: 'general=0' }],
    ['a speed without a bandwidth', { area: 'general', speed: 20 }],
    ['memory in other units', { area: 'general', maxMemory: '8 gallons' }],
    ['a word that is no need', { area: 'general', colour: 'red' }],
  ])('are refused with %s', (_, written) => {
    expect(() => parseNeeds(written)).toThrow(expect.objectContaining({ code: 'needs-invalid' }));
  });
});
