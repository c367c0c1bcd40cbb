import { describe, expect, it } from 'vitest';
import { checkDefaults, CONTEXT_DEFAULTS } from './known-defaults.js';
import { llamaBuild } from './llama-build.js';
import { NativeLog } from './native-log.js';
import { native } from './native.js';
import { findPlatformPackage } from './platform-package.js';

describe('the binding', () => {
  it('loads the pinned llama.cpp, proves its layout, and chooses a CPU library', () => {
    expect(llamaBuild()).toEqual({ version: 'v0.5.0', commit: '0ad4a86', cpuVariant: expect.stringMatching(/^\S+$/) });
  });

  it('refuses a struct whose fields are not where they should be', () => {
    const shifted = { ...CONTEXT_DEFAULTS, n_batch: 512, n_ubatch: 1 };
    expect(() => checkDefaults('llama_context_params', shifted, CONTEXT_DEFAULTS)).toThrow(
      expect.objectContaining({
        code: 'llama-layout-mismatch',
        message: expect.stringContaining('n_batch is 512, not 2048'),
      }),
    );
  });

  it('says which machines it runs on', () => {
    expect(() => findPlatformPackage('sunos', 'sparc')).toThrow(
      expect.objectContaining({ code: 'llama-platform-unsupported', hint: expect.stringContaining('linux-x64') }),
    );
  });

  it('sums exponentials as Math.exp does', () => {
    const values = Float32Array.from({ length: 1001 }, (_, index) => Math.sin(index) * 20);
    const expected = values.reduce((sum, value) => sum + Math.exp(value - 20), 0);
    const sum = native().cpu().functions.ggml_vec_soft_max_f32(values.length, new Float32Array(1001), values, 20);
    expect(sum / expected).toBeCloseTo(1, 6);
  });
});

describe('NativeLog', () => {
  it('joins lines that come in pieces and remembers which are errors', () => {
    const log = new NativeLog();
    const mark = log.mark();
    log.append(2, 'loading .');
    log.append(5, '.');
    log.append(5, ' done\nnext');
    log.append(4, 'broken\n');
    expect(log.since(mark)).toEqual([
      { text: 'loading .. done', isError: false },
      { text: 'next', isError: false },
      { text: 'broken', isError: true },
    ]);
  });

  it('keeps the last 200 lines', () => {
    const log = new NativeLog();
    for (let line = 0; line < 500; line += 1) log.append(2, `${line}\n`);
    expect(log.since(0).map(({ text }) => text)).toEqual(Array.from({ length: 200 }, (_, index) => `${index + 300}`));
  });
});
