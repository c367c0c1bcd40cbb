import type { FilterOutcome, Sample } from '@understudy/store';
import { expect, it } from 'vitest';
import { sampleLine } from './sample-line.js';

const hashes = { doc: 'd', prompt: 'p', target: 't' };
const flags = { truncatedPrompts: 0, truncatedAnswers: 0, noAnswers: 0, ties: 0, cachedResponses: 0 };
const base = { task: 'x', docId: 3, failed: false, doc: '{"w": 1.0}', target: 'été "x"', outcomes: [], flags, hashes };

/** The part of a line that depends on the kind of task. */
function varying(sample: Pick<Sample, 'requests' | 'responses'>, outcome: FilterOutcome): string {
  const line = sampleLine({ ...base, ...sample }, outcome);
  expect(line.startsWith('{"doc_id": 3, "doc": {"w": 1.0}, "target": "été \\"x\\"", "arguments": ')).toBe(true);
  return line.slice(line.indexOf('"arguments"'));
}

it('writes accuracies of single log-likelihoods as integers, and infinities as Python does', () => {
  // Shape of lambada_openai's lines (lm-evaluation-harness 0.4.12).
  expect(
    varying(
      {
        requests: [{ kind: 'loglikelihood', context: 'a', continuation: ' b' }],
        responses: [{ kind: 'loglikelihood', logProbability: -Infinity, isGreedy: false }],
      },
      { filter: 'none', metrics: { perplexity: -2, acc: 0 }, filteredResponses: [[-Infinity, false]] },
    ),
  ).toBe(
    '"arguments": {"gen_args_0": {"arg_0": "a", "arg_1": " b"}}, "resps": [[["-inf", "False"]]], ' +
      '"filtered_resps": [["-inf", "False"]], "filter": "none", "metrics": ["perplexity", "acc"], ' +
      '"doc_hash": "d", "prompt_hash": "p", "target_hash": "t", "perplexity": -2.0, "acc": 0}',
  );
});

it('writes rolling log-likelihoods with their counts', () => {
  // Shape of wikitext's lines.
  expect(
    varying(
      { requests: [{ kind: 'rolling', text: 'page' }], responses: [{ kind: 'rolling', logProbability: -8128.5 }] },
      { filter: 'none', metrics: { word_perplexity: [-8128.5, 36] }, filteredResponses: [-8128.5] },
    ),
  ).toBe(
    '"arguments": {"gen_args_0": {"arg_0": "page"}}, "resps": [["-8128.5"]], "filtered_resps": ["-8128.5"], ' +
      '"filter": "none", "metrics": ["word_perplexity"], ' +
      '"doc_hash": "d", "prompt_hash": "p", "target_hash": "t", "word_perplexity": [-8128.5, 36]}',
  );
});

it('writes NaN, which a metric can be, as Python does', () => {
  const line = varying(
    { requests: [{ kind: 'loglikelihood', context: 'a', continuation: 'b' }], responses: [] },
    { filter: 'none', metrics: { acc_norm: Number.NaN }, filteredResponses: [] },
  );
  expect(line.endsWith('"acc_norm": NaN}')).toBe(true);
});
