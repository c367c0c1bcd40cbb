import type { FilterOutcome, MetricValue, Sample } from '@understudy/store';
import { COMPARING_METRICS, explainGeneration, parsePythonLiteral, pythonStr } from '@understudy/tasks';
import type { ExplainedChoices, MetricReason } from './sample-explanation.js';

type Config = Readonly<Record<string, unknown>>;

/** A metric of a sample. */
export interface MetricOfSample {
  readonly sample: Sample;
  readonly config: Config;
  readonly outcome: FilterOutcome;
  readonly metric: string;
  readonly choices: ExplainedChoices | undefined;
}

const UNKNOWN: MetricReason = { kind: 'unknown' };

/** Why a metric has its value, as far as what is stored tells. */
export function explainMetric(given: MetricOfSample): MetricReason {
  const { config, metric } = given;
  if (metric === 'bypass') return { kind: 'bypass' };
  const own = config['process_results'];
  if (own !== undefined && own !== null) return { kind: 'function', name: typeof own === 'string' ? own : '' };
  switch (config['output_type']) {
    case 'multiple_choice':
      return explainChoiceMetric(given);
    case 'loglikelihood':
      return { kind: metric === 'acc' ? 'greedy-target' : metric === 'perplexity' ? 'log-probability' : 'unknown' };
    case 'loglikelihood_rolling':
      return metric === 'word_perplexity'
        ? { kind: 'rolling', unit: 'words' }
        : metric === 'byte_perplexity' || metric === 'bits_per_byte'
          ? { kind: 'rolling', unit: 'bytes' }
          : UNKNOWN;
    case 'generate_until':
      return explainTextMetric(given);
    default:
      return UNKNOWN;
  }
}

function explainChoiceMetric({ choices, metric }: MetricOfSample): MetricReason {
  const rule = choices?.rules.find((each) => each.metric === metric);
  if (rule !== undefined) return { kind: 'choice', ...rule };
  if (metric === 'exact_match') return { kind: 'greedy-choice' };
  if (metric === 'f1' || metric === 'mcc') return { kind: 'classes' };
  return metric === 'brier_score' || metric === 'likelihood' ? { kind: 'distribution' } : UNKNOWN;
}

function explainTextMetric({ sample, config, outcome, metric: name }: MetricOfSample): MetricReason {
  const metric = COMPARING_METRICS.find((each) => each === name);
  const [filtered] = outcome.filteredResponses;
  if (metric === undefined || filtered === undefined) return UNKNOWN;
  const prediction = pythonStr(filtered);
  const value: MetricValue = outcome.metrics[name] ?? null;
  for (const references of readingsOf(sample.target)) {
    try {
      const comparisons = explainGeneration(metric, settingsOf(config, name), { prediction, references });
      // The reading is right that leads to what was stored.
      if (Number(comparisons.some(({ isEqual }) => isEqual)) === value) {
        return { kind: 'comparison', prediction, comparisons };
      }
    } catch {
      // Arguments that we do not know, of another version or harness.
      return UNKNOWN;
    }
  }
  return UNKNOWN;
}

/** What stands beside the metric in the task, without what says how it is aggregated. */
function settingsOf(config: Config, name: string): Config {
  const list: readonly unknown[] = Array.isArray(config['metric_list']) ? config['metric_list'] : [];
  const entry = list.find(
    (item): item is Config => typeof item === 'object' && item !== null && 'metric' in item && item.metric === name,
  );
  const { metric: _metric, aggregation: _aggregation, higher_is_better: _direction, ...settings } = entry ?? {};
  return settings;
}

/** The right answers that a target can mean: itself, or the items of the list it prints. */
function readingsOf(target: string): readonly (readonly string[])[] {
  if (!/^[[(].*[\])]$/s.test(target)) return [[target]];
  try {
    const value = parsePythonLiteral(target);
    return Array.isArray(value) ? [value.map((item) => pythonStr(item)), [target]] : [[target]];
  } catch {
    return [[target]];
  }
}
