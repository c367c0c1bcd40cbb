import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runMeasured } from './run-measured.js';

const node = (script: string, timeoutMs = 60_000) =>
  runMeasured({ command: process.execPath, args: ['-e', script], timeoutMs });

describe('runMeasured', () => {
  it('gives what the program printed', async () => {
    const { stdout, stderr, ms } = await node('console.log("out"); console.error("err")');
    expect([stdout, stderr]).toEqual(['out\n', 'err\n']);
    expect(ms).toBeGreaterThan(0);
  });

  it.skipIf(!existsSync('/proc/self/status'))('counts the memory of what the program started', async () => {
    const hold = 'const b = Buffer.alloc(2e8, 1); setTimeout(() => b.length, 3000)';
    const { peakBytes } = await node(
      `require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(hold)}], { stdio: "inherit" })`,
    );
    expect(peakBytes).toBeGreaterThan(2e8);
  });

  it('tells of a failing program with its last lines', async () => {
    await expect(node('console.error("no such model"); process.exit(3)')).rejects.toThrow(
      /node ended with exit code 3\.\nno such model/,
    );
  });

  it('ends a program that takes too long', async () => {
    await expect(node('setInterval(() => {}, 1000)', 500)).rejects.toThrow(/took longer than 0\.5 s/);
  });

  it('tells when there is no such program', async () => {
    await expect(runMeasured({ command: '/nowhere/tool', args: [], timeoutMs: 1000 })).rejects.toThrow(
      /tool could not be started: .*ENOENT/,
    );
  });
});
