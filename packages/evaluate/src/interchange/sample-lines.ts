import type { FilterOutcome, Sample, SampleHashes } from '@understudy/store';
import type { RunReader } from '../report/run-reader.js';
import { toTaskResponse } from '../run/task-response.js';
import { sampleLine } from './sample-line.js';

/** A line of a samples file, without its end. */
export interface SampleFileLine {
  readonly line: string;
  readonly hashes: SampleHashes;
}

/**
 * The lines of the reference harness's samples file of a task: all documents under the first filter, then all under the next, for which the
 * samples are read once each. Failed samples are left out: its format has no place for them.
 */
export async function* sampleLines(
  store: RunReader,
  { runId, task }: { readonly runId: string; readonly task: string },
): AsyncGenerator<SampleFileLine, void, undefined> {
  for (let place = 0, filters = 1; place < filters; place += 1) {
    for await (const sample of store.samples(runId, task)) {
      if (sample.failed) continue;
      filters = Math.max(filters, sample.outcomes.length);
      yield { line: sampleLine(sample, sample.outcomes[place] ?? unscored(sample)), hashes: sample.hashes };
    }
  }
}

/** A sample that was not scored (`--predict_only`) shows its responses as they came. */
function unscored({ responses }: Sample): FilterOutcome {
  const filteredResponses = responses.map((response) =>
    response.kind === 'error' ? response.message : toTaskResponse(response),
  );
  return { filter: 'none', metrics: {}, filteredResponses };
}
