import { argMax, codePointLength, parsePythonLiteral } from '@understudy/tasks';
import type { MetricValue, Sample } from '@understudy/store';
import type { ChoiceMeasure, ChoiceRule, ExplainedChoice, ExplainedChoices } from './sample-explanation.js';

const MEASURES: Readonly<Record<string, ChoiceMeasure>> = {
  acc: 'sum',
  acc_norm: 'perCharacter',
  acc_bytes: 'perByte',
  acc_mutual_info: 'gain',
};

/** Metrics that keep the right choice beside their value. */
const KEEPING_RIGHT = ['f1', 'mcc', 'brier_score', 'likelihood'];

type Metrics = Readonly<Record<string, MetricValue>>;

/** A request for a choice with its answer. */
interface Asked {
  readonly context: string;
  readonly continuation: string;
  readonly logProbability: number;
  readonly isGreedy: boolean;
}

/**
 * The choices of a multiple-choice sample, and which of them its metrics took. Undefined for other samples.
 * @param config the task's configuration as it was reported
 */
export function explainChoices(
  sample: Sample,
  config: Readonly<Record<string, unknown>>,
): ExplainedChoices | undefined {
  const asked = askedChoices(sample);
  if (config['output_type'] !== 'multiple_choice' || asked === undefined || asked.length === 0) return undefined;
  const metrics = sample.outcomes[0]?.metrics ?? {};
  const count = 'acc_mutual_info' in metrics ? asked.length / 2 : asked.length;
  const conditional = asked.slice(0, count);
  const unconditional = asked.slice(count).map(({ logProbability }) => logProbability);
  const readings = textReadings(conditional, config).map((texts) => {
    const shares = softmax(conditional.map(({ logProbability }) => logProbability));
    const rows = conditional.map((choice, place) =>
      explainChoice(choice, {
        text: texts.texts[place] ?? '',
        isContext: texts.areContexts,
        probability: shares[place] ?? Number.NaN,
        unconditional: unconditional[place],
      }),
    );
    return explainRight(rows, sample, metrics);
  });
  return readings.find(({ rules }) => rules.every(({ agrees }) => agrees)) ?? readings[0];
}

function askedChoices({ requests, responses }: Sample): readonly Asked[] | undefined {
  const asked = requests.flatMap((request, place) => {
    const response = responses[place];
    return request.kind === 'loglikelihood' && response?.kind === 'loglikelihood' ? [{ ...request, ...response }] : [];
  });
  return asked.length === requests.length ? asked : undefined;
}

/** The texts of the choices as they can be read. What stands in a context has no length that is known. */
interface ChoiceTexts {
  readonly texts: readonly string[];
  readonly areContexts: boolean;
}

/** A delimiter stands before each choice, but in chat usually none: the metrics decide which reading is right. */
function textReadings(asked: readonly Asked[], config: Readonly<Record<string, unknown>>): readonly ChoiceTexts[] {
  const contexts = asked.map(({ context }) => context);
  if (new Set(contexts).size > 1) return [{ texts: differingEnds(contexts), areContexts: true }];
  const continuations = asked.map(({ continuation }) => continuation);
  const delimiter = typeof config['target_delimiter'] === 'string' ? config['target_delimiter'] : ' ';
  const isDelimited = delimiter !== '' && continuations.every((text) => text.startsWith(delimiter));
  const whole = { texts: continuations, areContexts: false };
  return isDelimited
    ? [{ ...whole, texts: continuations.map((text) => text.slice(delimiter.length)) }, whole]
    : [whole];
}

/** The ends in which texts differ, from the beginning of the line in which they begin to. */
function differingEnds(texts: readonly string[]): readonly string[] {
  const [first = ''] = texts;
  let shared = 0;
  while (shared < first.length && texts.every((text) => text[shared] === first[shared])) shared += 1;
  const start = first.lastIndexOf('\n', shared - 1) + 1;
  return texts.map((text) => text.slice(start));
}

function explainChoice(
  { logProbability, isGreedy }: Asked,
  given: Pick<ExplainedChoice, 'text' | 'probability' | 'unconditional'> & { readonly isContext: boolean },
): ExplainedChoice {
  const { text, isContext, probability, unconditional } = given;
  const characters = isContext ? undefined : codePointLength(text);
  const bytes = isContext ? undefined : Buffer.byteLength(text);
  return {
    text,
    logProbability,
    isGreedy,
    probability,
    characters,
    perCharacter: characters === undefined ? undefined : logProbability / characters,
    bytes,
    perByte: bytes === undefined ? undefined : logProbability / bytes,
    unconditional,
  };
}

function softmax(values: readonly number[]): readonly number[] {
  const largest = Math.max(...values);
  const weights = values.map((value) => Math.exp(value - largest));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** What a metric compares; undefined where a choice has no such value. */
function measured(rows: readonly ExplainedChoice[], measure: ChoiceMeasure): readonly number[] | undefined {
  const values = rows.map((row) => {
    switch (measure) {
      case 'sum':
        return row.logProbability;
      case 'perCharacter':
        return row.perCharacter;
      case 'perByte':
        return row.perByte;
      case 'gain':
        return row.unconditional === undefined ? undefined : row.logProbability - row.unconditional;
      default:
        return measure satisfies never;
    }
  });
  return values.some((value) => value === undefined) ? undefined : values.map(Number);
}

function explainRight(rows: readonly ExplainedChoice[], sample: Sample, metrics: Metrics): ExplainedChoices {
  const taken = Object.entries(MEASURES).flatMap(([metric, measure]) => {
    const value = metrics[metric];
    const values = measured(rows, measure);
    return typeof value === 'number' && values !== undefined
      ? [{ metric, measure, value, chosen: argMax(values) }]
      : [];
  });
  const agreesWith = (right: readonly number[]) =>
    taken.every(({ value, chosen }) => Number(right.includes(chosen)) === value);
  const kept = keptRight(metrics);
  const fromTarget = targetPlaces(sample.target, rows);
  const only = rows.map((_, place) => [place]).filter(agreesWith);
  const [right, rightFrom] =
    kept !== undefined
      ? ([kept, 'metric'] as const)
      : fromTarget !== undefined && agreesWith(fromTarget)
        ? ([fromTarget, 'target'] as const)
        : taken.length > 0 && only.length === 1
          ? ([only[0], 'elimination'] as const)
          : ([undefined, undefined] as const);
  const rules = taken.map(({ metric, measure, value, chosen }): ChoiceRule => ({
    metric,
    measure,
    chosen,
    agrees: right === undefined ? only.length > 0 : Number(right.includes(chosen)) === value,
  }));
  return { rows, right, rightFrom, rules };
}

function keptRight(metrics: Metrics): readonly number[] | undefined {
  const [right = -1] = KEEPING_RIGHT.flatMap((metric) => {
    const value = metrics[metric];
    return typeof value === 'object' && value !== null ? [value[0]] : [];
  });
  return right < 0 ? undefined : [right];
}

/** The places that a target names: an index, a list of them, or the text of a choice. */
function targetPlaces(target: string, rows: readonly ExplainedChoice[]): readonly number[] | undefined {
  const byText = rows.findIndex(({ text }) => text === target);
  const named = /^\d+$/.test(target) ? [Number(target)] : byText >= 0 ? [byText] : listOf(target);
  return named?.every((place) => place < rows.length) === true ? named : undefined;
}

function listOf(target: string): readonly number[] | undefined {
  if (!target.startsWith('[')) return undefined;
  try {
    const value = parsePythonLiteral(target);
    return Array.isArray(value) && value.every((item) => Number.isInteger(item)) ? value.map(Number) : undefined;
  } catch {
    return undefined;
  }
}
