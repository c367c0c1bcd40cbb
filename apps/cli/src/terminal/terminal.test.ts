import { describe, expect, test } from 'vitest';
import { formatColumns } from './columns.js';
import { formatBytes } from './format-bytes.js';
import { formatCompact, formatCount } from './format-count.js';
import { formatDuration } from './format-duration.js';
import { printable } from './printable.js';
import type { ProgressStream } from './progress-display.js';
import { showProgress } from './show-progress.js';

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1500, '1.50 kB'],
  [98_400_000, '98.4 MB'],
  [253_000_000, '253 MB'],
  [1_210_000_000, '1.21 GB'],
])('%d bytes read %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test.each([
  [4210, '4.2s'],
  [9_960, '10s'],
  [59_600, '1m 00s'],
  [192_000, '3m 12s'],
  [3_720_000, '1h 02m'],
])('%d ms read %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});

test('counts have their thousands apart, large ones may be short', () => {
  expect(formatCount(13_642)).toBe('13,642');
  expect(formatCompact(134_515_008)).toBe('135M');
});

test('columns line up where characters are two columns wide', () => {
  expect(
    formatColumns(
      [{ title: '任务' }, { title: 'n', align: 'right' }],
      [
        ['arc_easy', '12'],
        ['阅读', '3'],
      ],
    ),
  ).toBe('任务       n\narc_easy  12\n阅读       3');
});

test('what a terminal would obey is shown', () => {
  // A file of votes may name a model so: clear the screen, set the title, write from right to left.
  expect(printable('a\u001B[2J\u001B]0;x\u0007\u009B\u202Eb\r')).toBe(
    String.raw`a\u001b[2J\u001b]0;x\u0007\u009b\u202eb\u000d`,
  );
  expect(printable('two\n\tlines, 两行')).toBe('two\n\tlines, 两行');
  expect(formatColumns([{ title: 'model' }], [['a\n1  b'], ['\u001B[31mc']])).toBe(
    String.raw`model
a\u000a1  b
\u001b[31mc`,
  );
});

function recording(isTTY: boolean) {
  const written: string[] = [];
  const stream: ProgressStream = { isTTY, columns: 12, write: (text) => written.push(text) };
  const clock = { now: 0 };
  return { written, clock, display: showProgress(stream, () => clock.now) };
}

describe('progress', () => {
  test('on a terminal replaces one line, no faster than can be read, cut to the width', () => {
    const { written, clock, display } = recording(true);
    display.update('1/10');
    display.update('2/10');
    clock.now = 100;
    display.update('a line that is too long');
    display.note('note');
    display[Symbol.dispose]();
    const clear = '\r\u001B[2K';
    expect(written).toEqual([`${clear}1/10`, `${clear}a line tha…`, `${clear}note\n`, `${clear}a line tha…`, clear]);
  });

  test('in a log writes a line every five seconds', () => {
    const { written, clock, display } = recording(false);
    display.update('1/10');
    clock.now = 5000;
    display.update('2/10');
    display.update('3/10');
    display.note('note');
    expect(written).toEqual(['2/10\n', 'note\n']);
  });
});
