export { explainSample, type ExplainSampleInput } from './explain-sample.js';
export type {
  ChoiceMeasure,
  ChoiceRule,
  ExplainedChoice,
  ExplainedChoices,
  ExplainedFilter,
  ExplainedMetric,
  ExplainedPrompt,
  MetricReason,
  SampleExplanation,
} from './sample-explanation.js';
