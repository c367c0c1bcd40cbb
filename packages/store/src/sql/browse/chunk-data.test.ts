import { describe, expect, it } from 'vitest';
import { CHUNK_SIZE, packValues, unpackValues } from './chunk-data.js';

describe('packed values', () => {
  it.each([
    [1, [0, 1, Number.NaN, 1, 254]],
    [4, [255, Number.NaN, -1, 2 ** 31 - 1, 1 - 2 ** 31]],
    [8, [2 ** 31, 1, Number.NaN]],
    [8, [-(2 ** 31)]],
    [8, [0.5, -Infinity, Infinity, Number.NaN, 1e-320]],
    [1, []],
  ] as const)('take %i bytes each and come back as they were: %j', (width, values) => {
    const whole = new Float64Array(CHUNK_SIZE).fill(7);
    whole.set(values);
    const packed = packValues(whole, values.length);
    expect([packed.width, packed.data.byteLength]).toEqual([width, width * values.length]);
    // As a database gives bytes: somewhere in a larger piece of memory.
    const shifted = new Uint8Array(packed.data.byteLength + 3).subarray(3);
    shifted.set(packed.data);
    const unpacked = new Float64Array(CHUNK_SIZE);
    unpackValues({ width: packed.width, data: shifted }, unpacked);
    expect([...unpacked.subarray(0, values.length)]).toEqual([...values]);
    expect(unpacked.subarray(values.length).every(Number.isNaN)).toBe(true);
  });

  it('are none where nothing is stored', () => {
    const unpacked = new Float64Array(CHUNK_SIZE);
    unpackValues(undefined, unpacked);
    expect(unpacked.every(Number.isNaN)).toBe(true);
  });
});
