import { expect, test } from 'vitest';
import { en } from '../../messages/en.js';
import { evalOptions } from '../../options/tables/eval-options.js';
import { parseOptions } from '../../options/parse-options.js';
import { checkOptions } from './check-options.js';

const check = (values: Readonly<Record<string, unknown>>) => {
  const given = Object.entries(values).map(([name, value]) => [name, { value, origin: `--${name}` }] as const);
  checkOptions(parseOptions(evalOptions, Object.fromEntries(given), en), en);
};

test.each([
  [{ limit: 5, samples: { arc_easy: [0] } }, '--limit and --samples exclude each other'],
  [{ fewshotAsMultiturn: true }, '--fewshot_as_multiturn needs --apply_chat_template'],
  [{ logSamples: true }, '--log_samples needs --output_path DIR'],
])('%j do not go together', (values, message) => {
  expect(() => check(values)).toThrow(message);
});

test.each([
  { limit: 5 },
  { fewshotAsMultiturn: true, applyChatTemplate: true },
  { logSamples: true, outputPath: 'out' },
])('%j are right with what they need', (values) => {
  expect(() => check(values)).not.toThrow();
});
