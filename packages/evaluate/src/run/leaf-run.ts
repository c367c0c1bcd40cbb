import type { Engine } from '@understudy/core';
import type { DocumentSet } from '@understudy/store';
import type { DocumentOptions, Task, TaskDocument } from '@understudy/tasks';
import type { EvaluateOptions } from './evaluate-options.js';

/** Documents whose first tokens tell what the documents of a task share. */
const PREFIX_DOCUMENTS = 4;
/** Documents encoded together; the first chunk is small, so that the engine starts early. */
const FIRST_CHUNK = 16;
const CHUNK = 128;

/** A leaf task of a run: its engine, and which documents are wanted and which are stored. */
export interface LeafRun {
  readonly task: Task;
  readonly engine: Engine;
  readonly stored: DocumentSet;
  /** Documents to be evaluated, stored ones included. */
  readonly expected: number;
}

/** Which documents of a task a run is about. */
export type DocumentChoice = Pick<EvaluateOptions, 'limit' | 'samples'>;

/** The documents of a task that a run is about. */
export function documentOptions(task: Task, { limit, samples }: DocumentChoice): DocumentOptions {
  return samples === undefined ? { limit } : { samples: samples[task.name] ?? [] };
}

/** The first documents of the split, whatever is to be evaluated. */
export async function prefixDocuments({ task }: LeafRun): Promise<readonly TaskDocument[]> {
  const documents: TaskDocument[] = [];
  for await (const document of task.documents({ limit: PREFIX_DOCUMENTS })) documents.push(document);
  return documents;
}

/** The documents that are still to be evaluated, in chunks. */
export async function* missingDocuments(
  leaf: LeafRun,
  choice: DocumentChoice,
): AsyncGenerator<readonly TaskDocument[]> {
  let chunk: TaskDocument[] = [];
  let size = FIRST_CHUNK;
  const options = { ...documentOptions(leaf.task, choice), isWanted: (docId: number) => !leaf.stored.has(docId) };
  for await (const document of leaf.task.documents(options)) {
    chunk.push(document);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
    size = CHUNK;
  }
  if (chunk.length > 0) yield chunk;
}
