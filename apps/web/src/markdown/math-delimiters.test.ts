import { expect, test } from 'vitest';
import { normaliseMath } from './math-delimiters.js';

test.each([
  ['round brackets are inline', String.raw`so \(x^2\) is`, 'so $$x^2$$ is'],
  ['square brackets alone are a block', '\\[\nx = 1\n\\]', '$$\nx = 1\n$$'],
  ['square brackets within a line are displayed there', String.raw`so \[x\] is`, 'so $$$x$$$ is'],
  ['double dollars within a line are displayed there', 'so $$x$$ is', 'so $$$x$$$ is'],
  ['double dollars alone on a line are a block', '$$E = mc^2$$', '$$\nE = mc^2\n$$'],
  ['a block keeps the indentation of its list', '- a\n  $$x$$', '- a\n  $$\n  x\n  $$'],
  ['a single dollar is mathematics', 'let $n$ be', 'let $$n$$ be'],
  ['money stays money', 'from $5 to $10', 'from $5 to $10'],
  ['money with spaces stays money', 'a $ and a $ more', 'a $ and a $ more'],
  ['an escaped dollar stays', String.raw`\$x$`, String.raw`\$x$`],
  ['inline code stays', 'the `$x$` here', 'the `$x$` here'],
  ['fenced code stays', '```\n$x$\n\\(y\\)\n```\n$z$', '```\n$x$\n\\(y\\)\n```\n$$z$$'],
  ['an open fence reaches to the end', '~~~sh\necho $HOME$x\n$y$', '~~~sh\necho $HOME$x\n$y$'],
  ['a shorter fence does not close', '````\n```\n$x$\n````', '````\n```\n$x$\n````'],
])('%s', (_title, text, expected) => {
  expect(normaliseMath(text)).toBe(expected);
});
