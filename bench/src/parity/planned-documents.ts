import type { Sample, SampleRequest } from '@understudy/store';
import { textDigest, tokenDigest, type TokenWindow } from './digests.js';
import type { RecordingEngine } from './recording-engine.js';
import { runRow, type RowRun } from './run-row.js';

/** What a document comes to before any model computes: digests as in `digests.ts`, in full. */
export interface PlannedDocument {
  readonly doc: string;
  readonly target: string;
  /** One a request. */
  readonly texts: readonly string[];
  /** One a request. */
  readonly tokens: readonly string[];
}

/** All documents of a leaf task, planned by the path of `understudy eval` up to the engine that `run.openModel` opens. */
export async function plannedDocuments(run: RowRun, engine: RecordingEngine): Promise<readonly PlannedDocument[]> {
  const samples: Pick<Sample, 'docId' | 'hashes' | 'requests'>[] = [];
  for await (const { docId, hashes, requests } of runRow(run)) samples.push({ docId, hashes, requests });
  const windows = engine.takeWindows();
  return samples.map(({ docId, hashes, requests }) => ({
    doc: hashes.doc,
    target: hashes.target,
    texts: requests.map(requestText),
    tokens: windowsOfRequests(requests, windows.get(docId) ?? []).map(tokenDigest),
  }));
}

/** The digest of a request's text. */
export function requestText(request: SampleRequest): string {
  switch (request.kind) {
    case 'loglikelihood':
      return textDigest(request.context, request.continuation);
    case 'rolling':
      return textDigest(request.text);
    case 'generate':
      return textDigest(request.context);
    default:
      return request satisfies never;
  }
}

/** A rolling request has all windows of its document, every other request one. */
function windowsOfRequests(
  requests: readonly SampleRequest[],
  windows: readonly TokenWindow[],
): readonly (readonly TokenWindow[])[] {
  return requests[0]?.kind === 'rolling' ? [windows] : windows.map((window) => [window]);
}
