import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LONGEST_MARKDOWN, Markdown } from './markdown.js';

const render = (text: string): string => renderToStaticMarkup(createElement(Markdown, { text }));

test.each([
  ['<script>alert(1)</script>'],
  ['<img src=x onerror=alert(1)>'],
  ['text <b onclick="alert(1)">bold</b>'],
  ['<iframe src="https://example.org"></iframe>'],
  ['<style>body{display:none}</style>'],
  ['<svg><script>alert(1)</script></svg>'],
])('raw HTML is shown as text: %s', (text) => {
  const html = render(text);
  expect(html).not.toMatch(/<(?:script|img|iframe|style|svg|b)\b/);
  expect(html).toContain('&lt;');
});

test.each([
  ['[x](javascript:alert(1))'],
  ['[x](JaVaScRiPt:alert(1))'],
  ['[x](data:text/html,<script>alert(1)</script>)'],
  ['[x](vbscript:x)'],
  ['<javascript:alert(1)>'],
  ['[x](mailto:a@example.org)'],
  ['[x](#fragment)'],
  ['[x][y]\n\n[y]: javascript:alert(1)'],
])('a link to anything but http and https leads nowhere: %s', (text) => {
  expect(render(text)).not.toContain('href="javascript');
  expect(render(text)).not.toContain('href="data');
  expect(render(text).match(/href="(?!#)/)).toBeNull();
});

test('a link tells its target nothing', () => {
  expect(render('[x](https://example.org/a)')).toContain(
    '<a href="https://example.org/a" rel="noopener noreferrer nofollow ugc" target="_blank">x</a>',
  );
});

test.each([['![a cat](https://example.org/cat.png)'], ['![a cat][c]\n\n[c]: https://example.org/cat.png']])(
  'an image is its description, and nothing is loaded: %s',
  (text) => {
    expect(render(text)).toContain('[a cat]');
    expect(render(text)).not.toContain('example.org');
  },
);

test('two answers on a page share no ids', () => {
  expect(render('# A\n\ntext[^1]\n\n[^1]: note')).not.toMatch(/ id="/);
});

test('headings start below those of the page', () => {
  expect(render('# A')).toContain('<h4 data-level="1">A</h4>');
});

test('tables, code with its language, and mathematics are drawn', () => {
  expect(render('| a | b |\n|---|--:|\n| 1 | 2 |')).toContain('<table>');
  expect(render('```python\ndef f(): pass\n```')).toContain('hljs-keyword');
  const mathematics = render(String.raw`\(\frac{a}{b}\) and $$x$$`);
  expect(mathematics.match(/class="katex"/g)).toHaveLength(2);
  expect(mathematics).toContain('<math');
});

test.each([
  ['within a paragraph', String.raw`so \[\sum x\] follows`],
  ['at the start of one', String.raw`$$\sum x$$ follows`],
  ['in a list', String.raw`- so \[\sum x\]`],
])('a formula to be displayed is displayed %s, others are not', (_where, text) => {
  expect(render(text)).toContain('katex-display');
  expect(render(text.replaceAll(/\\[[\]]|\$\$/g, '$'))).not.toContain('katex-display');
});

test('mathematics cannot link, load or take over the page', () => {
  const drawn = render(
    String.raw`\(\href{javascript:alert(1)}{x} \includegraphics{https://example.org/a.png} \htmlStyle{position:fixed}{y} \url{https://example.org}\)`,
  );
  // The source of the formula stands in its annotation as text; what counts is that no link, image or style comes of it.
  const html = drawn.replaceAll(/<annotation.*?<\/annotation>/g, '');
  expect(html).not.toMatch(/<(?:a|img)\b|href=|src=|position:\s*fixed/);
  expect(render(String.raw`\(\rule{1e6em}{1e6em}\)`)).not.toMatch(/1000000em/);
});

test('a macro that grows without end is shown as its source', () => {
  expect(render(String.raw`\(\def\a{\a\a}\a\)`)).toContain('katex-error');
});

test('an answer in Arabic reads from the right, code from the left', () => {
  const html = render('مرحبا\n\n```\nx\n```');
  expect(html).toMatch(/^<div class="markdown" dir="auto">/);
  expect(html).toContain('<pre tabindex="0" dir="ltr">');
});

test('a very long answer is shown whole, as it was written', () => {
  const text = '**x** '.repeat(LONGEST_MARKDOWN / 6 + 10);
  expect(render(text)).toContain(text.slice(-60).trimEnd());
});
