import type { ExplainedChoices, ExplainedFilter, MetricReason, SampleExplanation } from '@understudy/evaluate/explain';
import { figure, metricBody, optionalFigure, valueBody } from './figure.js';
import type { ExplanationBody } from './explanation-schema.js';

/** An explanation as JSON has it. */
export function explanationBody({ prompts, choices, filters, metrics }: SampleExplanation): ExplanationBody {
  return {
    prompts: prompts.map(({ text, questionStart = null, isExact }) => ({ text, questionStart, isExact })),
    choices: choices === undefined ? null : choicesBody(choices),
    filters: filters.map(filterBody),
    metrics: metrics.map(({ filter, metric, value, reason }) => ({
      filter,
      metric,
      value: metricBody(value),
      reason: reasonBody(reason),
    })),
  };
}

function choicesBody({ rows, right, rightFrom, rules }: ExplainedChoices): NonNullable<ExplanationBody['choices']> {
  return {
    rows: rows.map((row) => ({
      text: row.text,
      isGreedy: row.isGreedy,
      logProbability: figure(row.logProbability),
      probability: figure(row.probability),
      characters: row.characters ?? null,
      perCharacter: optionalFigure(row.perCharacter),
      bytes: row.bytes ?? null,
      perByte: optionalFigure(row.perByte),
      unconditional: optionalFigure(row.unconditional),
    })),
    right: right ?? null,
    rightFrom: rightFrom ?? null,
    rules,
  };
}

function filterBody({ filter, steps, result, agrees, problem }: ExplainedFilter): ExplanationBody['filters'][number] {
  return {
    filter,
    steps: steps.map((step) => ({ ...step, outputs: step.outputs.map(valueBody) })),
    result: result.map(valueBody),
    agrees,
    problem: problem ?? null,
  };
}

/** A choice's rule carries the metric's name too, which stands beside already. */
function reasonBody(reason: MetricReason): ExplanationBody['metrics'][number]['reason'] {
  if (reason.kind !== 'choice') return reason;
  const { kind, measure, chosen, agrees } = reason;
  return { kind, measure, chosen, agrees };
}
