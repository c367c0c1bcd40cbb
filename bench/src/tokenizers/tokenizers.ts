import { parseArgs } from 'node:util';
import { findShards } from '@understudy/checkpoint';
import { benchmarkPrompts, hardTexts } from '@understudy/engine-llama/testing';
import { openTextParts } from '@understudy/engine-onnx';
import { sample } from 'fast-check';
import { compareTokenizers, type TokenizerComparison } from './compare-tokenizers.js';

const USAGE = `usage: npm run bench:tokenizers -- --gguf FILE --checkpoint FOLDER [options]
Compares the tokens of a model's GGUF with those of its checkpoint (tokenizer.json, else tokenizer.model), on hard texts and prompts of benchmarks.
  --unknown ID   the token that tokenizer.json writes for bytes which the vocabulary lacks; a GGUF leaves them out
  --texts N      hard texts, 2000 by default
`;

const SEED = 7;

const { values } = parseArgs({
  options: {
    gguf: { type: 'string' },
    checkpoint: { type: 'string' },
    unknown: { type: 'string' },
    texts: { type: 'string', default: '2000' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (values.help || values.gguf === undefined || values.checkpoint === undefined) process.stdout.write(USAGE);
else process.exitCode = await compare(values.gguf, values.checkpoint);

/** Returns the exit code: 0 when the tokens are the same. */
async function compare(gguf: string, folder: string): Promise<number> {
  const apart = { pairsAreApart: false };
  using left = openTextParts({ paths: [gguf] }, apart);
  using right = openTextParts({ paths: findShards(folder) }, apart);
  const texts = [...sample(hardTexts, { numRuns: Number(values.texts), seed: SEED }), ...benchmarkPrompts()];
  const unknown = values.unknown === undefined ? undefined : Number(values.unknown);
  const comparison = await compareTokenizers([left, right], texts, unknown);
  process.stdout.write(report(comparison));
  return comparison.different > comparison.onlyUnknown ? 1 : 0;
}

function report({ texts, tokens, different, onlyUnknown, examples, tokensPerSecond }: TokenizerComparison): string {
  const [left, right] = tokensPerSecond.map((speed) => Math.round(speed));
  const lines = [
    `${texts} texts, ${tokens} tokens: ${different} differ, ${onlyUnknown} of them by the token for unknown bytes alone`,
    `tokens a second: ${left} by the GGUF, ${right} by the checkpoint`,
    ...examples.map((example) => `  ${JSON.stringify(example.text)}: ${example.left} | ${example.right}`),
  ];
  return `${lines.join('\n')}\n`;
}
