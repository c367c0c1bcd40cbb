// @ts-check
// Draws a command and what it printed as an SVG, for the README:
//   npx --no-install understudy runs show RUN | node scripts/terminal-picture.mjs 'understudy eval --tasks quick' > docs/quick.svg
import { readFileSync } from 'node:fs';

const CHARACTER = 7.8;
const LINE = 18;
const MARGIN = 16;

const command = process.argv[2] ?? '';
const lines = [`$ ${command}`, ...readFileSync(0, 'utf8').trimEnd().split('\n')];
const width = Math.ceil(Math.max(...lines.map((line) => line.length)) * CHARACTER) + 2 * MARGIN;
const height = lines.length * LINE + 2 * MARGIN;

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The text's length is fixed, so that columns line up whatever font the reader has. */
const texts = lines.map((line, row) => {
  const y = MARGIN + (row + 0.75) * LINE;
  const length = (line.length * CHARACTER).toFixed(1);
  const colour = row === 0 ? '#8ec07c' : '#ebdbb2';
  return `<text x="${MARGIN}" y="${y}" fill="${colour}" textLength="${length}" xml:space="preserve">${escaped(line)}</text>`;
});

process.stdout.write(
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="13">\n` +
    `<rect width="100%" height="100%" rx="8" fill="#282828"/>\n${texts.join('\n')}\n</svg>\n`,
);
