import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readLines } from './read-lines.js';

const folder = mkdtempSync(join(tmpdir(), 'understudy-lines-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function linesOf(text: string): Promise<readonly string[]> {
  const file = join(folder, 'file');
  writeFileSync(file, text);
  const lines: string[] = [];
  for await (const line of readLines(file)) lines.push(line);
  return lines;
}

it('splits at line feeds alone: JSON may hold other line breaks unescaped', async () => {
  expect(await linesOf('a\u2028b\nc\u2029d\u0085e\n\nf')).toEqual(['a\u2028b', 'c\u2029d\u0085e', '', 'f']);
  expect(await linesOf('a\n')).toEqual(['a']);
});

it('joins lines and characters that reach over a piece that was read', async () => {
  const long = '汉字'.repeat(100_000);
  expect(await linesOf(`x${long}\n${long}\n`)).toEqual([`x${long}`, long]);
});
