export { openTaskLibrary, type TaskLibrary, type TaskLibraryOptions } from './registry/task-library.js';
export type { TaskListing } from './registry/task-listing.js';
export type { TaskSelection } from './registry/task-selection.js';
export type { TaskDefinition, TaskGroup, TaskNode } from './format/task-definition.js';
export type { AggregateMetric, GroupConfig, OutputType, TaskConfig } from './format/task-config.js';
export type { SourceLocation } from './format/source-location.js';
export { openTask } from './task/open-task.js';
export type { Task, TaskOptions } from './task/task.js';
export type { DocumentOptions, TaskDocument } from './task/task-document.js';
export type { DocumentScore, FilterScore, TaskResponse } from './task/document-score.js';
export type { TaskRow } from './task/task-row.js';
export { pythonFunctionMark } from './functions/harness-functions.js';
export { promptOf, type TaskRequest } from './requests/task-request.js';
export { decodingSettings, ignoredArguments, type GenerationSettings } from './requests/generation-settings.js';
export { checkOverrides } from './requests/generation-arguments.js';
export type { ChatEnding, ChatMessage, ChatRenderer } from './chat/chat-message.js';
export { createChatRenderer, type ChatTemplateOptions } from './chat/chat-renderer.js';
export { renderExample, type ExampleRendering, type ExampleSources } from './chat/render-example.js';
export {
  chooseChatTemplate,
  plainTemplate,
  singleTurnError,
  type ChatTemplateSources,
} from './chat/choose-chat-template.js';
export { messagesRenderer, parseMessages } from './chat/messages-text.js';
export { AGGREGATIONS, type AggregationName } from './metrics/aggregations.js';
export { MetricAccumulator, type AggregatedMetric } from './metrics/metric-accumulator.js';
export { METRICS, type MetricDefinition } from './metrics/metric-registry.js';
export { aggregateGroup, type GroupMetric, type LeafMetric } from './metrics/aggregate-group.js';
export type { MetricValue, MetricValues } from './metrics/metric-value.js';
export { argMax } from './metrics/arg-max.js';
export type { ExactMatchStep } from './metrics/exact-match.js';
export { COMPARING_METRICS, explainGeneration, type TextComparison } from './metrics/explain-generation.js';
export { traceFilters, type FilterTrace, type FilterTraceStep } from './filters/trace-filters.js';
export { renderQuestion } from './templates/render-question.js';
export { codePointLength } from './python/code-point-length.js';
export { parsePythonLiteral } from './python/parse-literal.js';
export { floatRepr } from './python/float-repr.js';
export { pythonJson, type PythonJsonOptions } from './python/python-json.js';
export { pythonStr } from './python/python-repr.js';
export { rstripPython } from './python/white-space.js';
export type { PythonShape, PythonValue } from './python/python-value.js';
