import type { SampleDiff } from '@understudy/evaluate';
import type { Sample, SampleResponse } from '@understudy/store';
import type { Messages } from '../../messages/messages.js';
import { formatFields } from '../../terminal/fields.js';

function responseText(response: SampleResponse): string {
  switch (response.kind) {
    case 'loglikelihood':
    case 'rolling':
      return response.logProbability.toFixed(4);
    case 'generate':
      return JSON.stringify(response.text);
    case 'error':
      return `${response.code}: ${response.message}`;
    default:
      return response satisfies never;
  }
}

function responses(sample: Sample): string {
  return sample.responses.map(responseText).join('  ');
}

/** How one document differs between two runs, with both runs' answers. */
export function diffSample({ task, first, second, comparison }: SampleDiff, { diff: texts }: Messages): string {
  const kinds = [
    ...(comparison.samePrompt ? [] : [texts.otherPrompt]),
    ...(comparison.sameTarget ? [] : [texts.otherTarget]),
    ...(comparison.sameAnswer === false ? [texts.otherAnswer] : []),
    ...(comparison.metricsDiffering.length > 0 ? [texts.otherMetrics(comparison.metricsDiffering.join(', '))] : []),
  ];
  const heading = `${texts.sample(task, String(first.docId))} ${kinds.join(', ')}`.trimEnd();
  const answers = formatFields([
    [`  ${texts.columns.first}`, responses(first)],
    [`  ${texts.columns.second}`, responses(second)],
  ]);
  return `${heading}\n${answers}`;
}

/** One run's side of a difference, as data. */
function sideRecord({ docId, responses: given, outcomes }: Sample): object {
  return { doc_id: docId, responses: given, outcomes };
}

/** The same as data. */
export function diffRecord({ task, first, second, comparison }: SampleDiff): object {
  return { task, doc_hash: first.hashes.doc, first: sideRecord(first), second: sideRecord(second), comparison };
}
