import { describe, expect, it } from 'vitest';
import type { PythonValue } from '../python/python-value.js';
import { isTie } from './is-tie.js';
import type { MetricValues } from './metric-value.js';
import { scoreDocument } from './score-document.js';
import { createTaskMetrics, type MetricConfig } from './task-metrics.js';

const ALL_MULTIPLE_CHOICE = ['acc', 'f1', 'mcc', 'acc_norm', 'acc_bytes', 'exact_match', 'brier_score', 'likelihood'];

function scoreChoices(
  gold: PythonValue,
  logProbabilities: readonly number[],
  choices: readonly string[],
): MetricValues {
  const metrics = createTaskMetrics({
    outputType: 'multiple_choice',
    metricList: ALL_MULTIPLE_CHOICE.map((metric) => ({ metric })),
    hasProcessResults: false,
  });
  return scoreDocument({
    outputType: 'multiple_choice',
    metrics,
    gold,
    choices,
    hasMultipleTargets: Array.isArray(gold),
    results: logProbabilities.map((value, index) => [value, index === 1]),
  });
}

function scoreText(prediction: PythonValue, gold: PythonValue, settings: Omit<MetricConfig, 'metric'>): unknown {
  return scoreDocument({
    outputType: 'generate_until',
    metrics: createTaskMetrics({
      outputType: 'generate_until',
      metricList: [{ metric: 'exact_match', ...settings }],
      hasProcessResults: false,
    }),
    gold,
    choices: undefined,
    hasMultipleTargets: Array.isArray(gold),
    results: [prediction],
  })['exact_match'];
}

describe('multiple choice', () => {
  it('divides by code points for acc_norm and by bytes of UTF-8 for acc_bytes', () => {
    // Per code point -1, -0.75 and -1; per byte -0.25, -0.75 and -1.
    const scores = scoreChoices(0, [-2, -3, -4], ['😀😀', 'four', 'four']);
    expect([scores['acc'], scores['acc_norm'], scores['acc_bytes']]).toEqual([1, 0, 1]);
  });

  it('agrees with a published hellaswag document of SmolLM2-135M', () => {
    // vukrosic/universe-lm, samples_hellaswag_2026-06-10: log-likelihoods of the first document. The lengths of its last two
    // choices, 26 and 36, decide; those of the first two are made up.
    const scores = scoreChoices(
      3,
      [-38.978714, -31.5854, -21.479956, -28.589138],
      ['a'.repeat(30), 'b'.repeat(29), 'c'.repeat(26), 'd'.repeat(36)],
    );
    expect([scores['acc'], scores['acc_norm']]).toEqual([0, 1]);
  });

  it('takes the first of equal choices and lets NaN win, as numpy.argmax does', () => {
    expect(scoreChoices(0, [-1, -1], ['a', 'b'])['acc']).toBe(1);
    expect(scoreChoices(2, [-1, Number.NaN, Number.NaN], ['a', 'b', 'c'])['acc']).toBe(0);
    expect(scoreChoices(1, [-1, Number.NaN, -2], ['a', 'b', 'c'])['acc']).toBe(1);
    expect(scoreChoices(0, [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY], ['a', 'b'])['acc']).toBe(1);
  });

  it('gives a choice of length zero no chance in acc_norm', () => {
    expect(scoreChoices(0, [-0.1, -50], ['', 'b'])['acc_norm']).toBe(0);
  });

  it('finds a gold text among the choices and counts one that is absent as wrong', () => {
    expect(scoreChoices('b', [-2, -1], ['a', 'b'])['acc']).toBe(1);
    expect(scoreChoices('z', [-2, -1], ['a', 'b'])).toMatchObject({ acc: 0, exact_match: 0 });
    expect(scoreChoices(7, [-2, -1], ['a', 'b'])).toMatchObject({ acc: 0, exact_match: 0 });
  });

  it('accepts any of several golds, in exact_match any that is greedy', () => {
    expect(scoreChoices([0, 1], [-1, -2], ['a', 'b'])).toMatchObject({ acc: 1, exact_match: 1 });
    expect(scoreChoices([0, 9], [-1, -2], ['a', 'b'])).toMatchObject({ acc: 1, exact_match: 0 });
  });

  it('reports the metrics in the order of the reference harness', () => {
    expect(Object.keys(scoreChoices(0, [-1, -2], ['a', 'b']))).toEqual(ALL_MULTIPLE_CHOICE);
  });

  it('subtracts what each choice has without the question for acc_mutual_info', () => {
    const metrics = createTaskMetrics({
      outputType: 'multiple_choice',
      metricList: [{ metric: 'acc' }, { metric: 'acc_mutual_info' }],
      hasProcessResults: false,
    });
    const results = [-3, -2, -9, -1].map((value) => [value, false]);
    const document = { outputType: 'multiple_choice', metrics, gold: 0, choices: ['a', 'b'] } as const;
    expect(scoreDocument({ ...document, hasMultipleTargets: false, results })).toEqual({ acc: 0, acc_mutual_info: 1 });
  });

  it('sees a tie between the best choices only', () => {
    expect(
      isTie([
        [-1, false],
        [-1, true],
        [-2, false],
      ]),
    ).toBe(true);
    expect(
      isTie([
        [-1, false],
        [-2, true],
        [-2, false],
      ]),
    ).toBe(false);
    expect(isTie(['text'])).toBe(false);
  });
});

describe('log-likelihoods', () => {
  it('give perplexity its logarithm and acc whether the target is greedy', () => {
    const metrics = createTaskMetrics({ outputType: 'loglikelihood', metricList: undefined, hasProcessResults: false });
    const document = { outputType: 'loglikelihood', metrics, gold: ' x', choices: undefined } as const;
    expect(scoreDocument({ ...document, hasMultipleTargets: false, results: [[-2.5, true]] })).toEqual({
      perplexity: -2.5,
      acc: 1,
    });
  });

  it('of rolling windows are paired with words and bytes', () => {
    const metrics = createTaskMetrics({
      outputType: 'loglikelihood_rolling',
      metricList: undefined,
      hasProcessResults: false,
    });
    const document = { outputType: 'loglikelihood_rolling', metrics, gold: ' é b\n', choices: undefined } as const;
    expect(scoreDocument({ ...document, hasMultipleTargets: false, results: [-7] })).toEqual({
      word_perplexity: [-7, 4],
      byte_perplexity: [-7, 6],
      bits_per_byte: [-7, 6],
    });
  });
});

describe('exact_match', () => {
  const gsm8k = {
    ignore_case: true,
    ignore_punctuation: false,
    regexes_to_ignore: [',', '\\$', '(?s).*#### ', '\\.$'],
  };

  it.each([
    ['18', 1],
    ['18.', 1],
    ['$18.00', 0],
    ['1,8', 1],
    ['[invalid]', 0],
  ])('of gsm8k gives %j against #### 18 the score %d', (prediction, expected) => {
    expect(scoreText(prediction, 'so\n#### 18', gsm8k)).toBe(expected);
  });

  it('ignores case, ASCII punctuation and digits where asked to', () => {
    expect(
      scoreText('It’s A-1!', 'it’s a2', { ignore_case: true, ignore_punctuation: true, ignore_numbers: true }),
    ).toBe(1);
    expect(scoreText('It’s', 'its', { ignore_case: true, ignore_punctuation: true })).toBe(0);
    expect(scoreText('a', 'A', {})).toBe(0);
  });

  it('accepts any of a list of targets', () => {
    expect(scoreText('Sunset Blvd', ['x', 'sunset blvd.'], { ignore_case: true, ignore_punctuation: true })).toBe(1);
    expect(scoreText('y', ['x', 'z'], {})).toBe(0);
  });

  it('compares a number as Python prints it', () => {
    expect(scoreText('3', 3, {})).toBe(1);
    expect(scoreText(null, 'None', {})).toBe(1);
  });
});

describe('createTaskMetrics', () => {
  it('takes aggregation and direction from the registry where the task is silent', () => {
    const metrics = createTaskMetrics({
      outputType: 'loglikelihood_rolling',
      metricList: [
        { metric: 'word_perplexity' },
        { metric: 'bits_per_byte', aggregation: 'mean', higher_is_better: true },
      ],
      hasProcessResults: true,
    });
    expect(metrics.map(({ name, aggregation, higherIsBetter }) => [name, aggregation, higherIsBetter])).toEqual([
      ['word_perplexity', 'weighted_perplexity', false],
      ['bits_per_byte', 'mean', true],
    ]);
  });

  it('lets a task that scores by its own function name its metrics', () => {
    const options = { outputType: 'generate_until', metricList: [{ metric: 'em' }] } as const;
    expect(createTaskMetrics({ ...options, hasProcessResults: true })[0]).toMatchObject({
      name: 'em',
      aggregation: 'mean',
    });
    expect(() => createTaskMetrics({ ...options, hasProcessResults: false })).toThrow(
      'metric_list.0.metric: expected a metric of generate_until tasks: exact_match, extracted_acc, bypass',
    );
  });

  it('names the key of a wrong argument or aggregation', () => {
    expect(() => scoreText('a', 'a', { ignore_cases: true })).toThrow('metric_list.0.ignore_cases');
    expect(() => scoreText('a', 'a', { aggregation: 'average' })).toThrow(
      'metric_list.0.aggregation: expected one of mean',
    );
  });
});
