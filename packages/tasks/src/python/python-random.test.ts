import { describe, expect, it } from 'vitest';
import { PythonRandom } from './python-random.js';

// Expected values were printed by CPython 3.11's random module.
describe('PythonRandom', () => {
  it('gives the words of CPython for seed 1234', () => {
    const random = new PythonRandom(1234);
    expect([random.getrandbits(32), random.getrandbits(32), random.getrandbits(32)]).toEqual([
      4150886329, 3342196574, 1892932127,
    ]);
  });

  it('draws the few-shot examples of gsm8k, winogrande and arc_challenge', () => {
    const gsm8k = new PythonRandom(1234);
    expect(gsm8k.sampleIndices(7473, 5)).toEqual([6374, 3610, 957, 61, 742]);
    expect(gsm8k.sampleIndices(7473, 5)).toEqual([7462, 6610, 4769, 286, 5501]);
    expect(new PythonRandom(1234).sampleIndices(40398, 6)).toEqual([28883, 7657, 490, 5940, 38156, 2288]);
    const arc = new PythonRandom(1234);
    expect(arc.sampleIndices(1119, 25).slice(0, 6)).toEqual([902, 239, 15, 185, 71, 171]);
    expect(arc.sampleIndices(1119, 25).slice(0, 6)).toEqual([954, 140, 182, 1054, 94, 552]);
  });

  it('draws from a pool or by rejection as CPython switches between them', () => {
    const pool64 = new PythonRandom(1234);
    expect([1, 2, 3].map(() => pool64.sampleIndices(64, 5))).toEqual([
      [56, 14, 0, 11, 4],
      [10, 12, 45, 30, 2],
      [3, 2, 44, 61, 59],
    ]);
    const pool10 = new PythonRandom(1234);
    expect([pool10.sampleIndices(10, 3), pool10.sampleIndices(10, 3)]).toEqual([
      [7, 1, 0],
      [1, 0, 9],
    ]);
    expect(new PythonRandom(0).sampleIndices(10, 3)).toEqual([6, 9, 0]);
    expect(new PythonRandom(42).sampleIndices(10, 3)).toEqual([1, 0, 4]);
    expect(new PythonRandom(1234).sample(['a', 'b', 'c'], 3)).toEqual(['b', 'a', 'c']);
  });

  it('gives floats, long words and draws with replacement as CPython does', () => {
    const random = new PythonRandom(5);
    expect([random.random(), random.random()]).toEqual([0.6229016948897019, 0.7417869892607294]);
    expect(random.getrandbits(53)).toBe(6218991505886775);
    expect(random.randbelow(2 ** 40)).toBe(549512532852);
    expect([...random.choiceIndices(10, 8)]).toEqual([6, 9, 1, 4, 2, 5, 5, 0]);
  });

  it('accepts seeds of any size and ignores their sign', () => {
    expect(new PythonRandom(123456789012345678901234567890n).getrandbits(32)).toBe(3124625047);
    expect(new PythonRandom(-7).getrandbits(32)).toBe(1390851128);
    expect(new PythonRandom(0).getrandbits(32)).toBe(3626764237);
  });

  it('says that a sample cannot be larger than its population', () => {
    expect(() => new PythonRandom(1).sampleIndices(4, 5)).toThrow('Cannot draw 5 different elements from 4.');
  });
});
