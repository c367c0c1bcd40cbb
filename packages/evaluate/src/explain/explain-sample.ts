import type { JsonObject, Sample } from '@understudy/store';
import { parsePythonJson } from '../interchange/parse-python-json.js';
import { explainChoices } from './explain-choices.js';
import { explainFilters, unexplainedFilters } from './explain-filters.js';
import { explainMetric } from './explain-metric.js';
import { explainPrompts } from './explain-prompt.js';
import type { SampleExplanation } from './sample-explanation.js';

/** A stored sample and its task's configuration, as it was reported. */
export interface ExplainSampleInput {
  readonly sample: Sample;
  readonly config: JsonObject;
  /** Why the filters are not run again, to be shown; undefined: they are. */
  readonly filtersProblem?: string | undefined;
}

/** Works out why a sample was marked as it was. Takes as long as the filters and metrics of the sample took. */
export function explainSample({ sample, config, filtersProblem }: ExplainSampleInput): SampleExplanation {
  const document = documentOf(sample);
  const choices = explainChoices(sample, config);
  return {
    prompts: explainPrompts(sample, config, document),
    choices,
    filters:
      filtersProblem === undefined
        ? explainFilters(sample, config, document)
        : unexplainedFilters(sample, filtersProblem),
    metrics: sample.outcomes.flatMap((outcome) =>
      Object.entries(outcome.metrics).map(([metric, value]) => ({
        filter: outcome.filter,
        metric,
        value,
        reason: explainMetric({ sample, config, outcome, metric, choices }),
      })),
    ),
  };
}

/** The document; an empty one where it is none that can be read. */
function documentOf({ doc, docId, task }: Sample): JsonObject {
  try {
    const value = parsePythonJson(doc, `document ${docId} of ${task}`);
    return typeof value === 'object' && value !== null ? (value as JsonObject) : {};
  } catch {
    return {};
  }
}
