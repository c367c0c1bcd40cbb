import type { JsonObject, MetricResult, StoredTaskResult } from '@understudy/store';
import { comparableConfig } from './comparable-config.js';
import { digest } from './digest.js';
import { documentChoice, type RunConditions } from './run-conditions.js';
import type { Setting } from './setting.js';

/** A metric of a leaf task in a run. */
export interface AskedMetric {
  readonly result: StoredTaskResult;
  readonly metric: Pick<MetricResult, 'metric' | 'filter'>;
  readonly conditions: RunConditions;
  /** The task's configuration in this run. */
  readonly config: JsonObject;
}

/** How a leaf task was asked in a run, for one of its metrics. */
export function taskSetting({ result, metric, conditions, config }: AskedMetric): Setting {
  return {
    task: result.task,
    version: versionText(result.version),
    numFewshot: result.numFewshot,
    metric: metric.metric,
    filter: metric.filter,
    usesChatTemplate: conditions.usesChatTemplate,
    documents: result.documentsExpected,
    documentsTotal: result.documentsTotal,
    rest: digest(restOf({ result, metric, conditions, config })),
  };
}

function restOf({ result, metric, conditions, config }: AskedMetric): JsonObject {
  const { numFewshot } = result;
  const { metric: name, filter } = metric;
  return {
    config: comparableConfig(config, { metric: name, filter, numFewshot }),
    documents: documentChoice(conditions, result),
    system: conditions.systemInstruction,
    template: conditions.givenTemplate,
    turns: numFewshot > 0 ? conditions.areExamplesTurns : undefined,
    fewshotSeed: numFewshot > 0 && drawsExamples(config) ? conditions.fewshotSeed : undefined,
    samplingSeeds: samplesTexts(config) ? conditions.samplingSeeds : undefined,
  };
}

/** Whether examples are drawn at random; `first_n` takes the first ones. */
function drawsExamples({ fewshot_config: config }: JsonObject): boolean {
  return !(typeof config === 'object' && config !== null && 'sampler' in config && config.sampler === 'first_n');
}

/** Whether texts are sampled rather than the likeliest taken token by token. */
function samplesTexts({ output_type: type, generation_kwargs: kwargs }: JsonObject): boolean {
  if (type !== 'generate_until' || typeof kwargs !== 'object' || kwargs === null) return false;
  const { do_sample: doSample, temperature } = kwargs as JsonObject;
  return doSample !== false && (doSample === true || (typeof temperature === 'number' && temperature > 0));
}

/** A version as text: Python prints `1.0` where JavaScript prints `1`. */
export function versionText(version: string): string {
  return version !== '' && Number.isFinite(Number(version)) ? String(Number(version)) : version;
}
