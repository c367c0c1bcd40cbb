import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineSettings, ModelFiles } from '@understudy/core';
import { OpenModel, type EngineChoice } from '@understudy/engines';
import type { ResultsFile } from '../results-file.js';
import { compareRequests, type RequestComparison } from './compare-requests.js';
import { findModel } from './find-model.js';
import type { Failure, ParityContext } from './parity-context.js';
import { plannedDocuments } from './planned-documents.js';
import { RecordingEngine } from './recording-engine.js';
import { readRequestFixture, type RequestFixture, type TaskRequests } from './request-fixture.js';
import { withoutDisposal } from './without-disposal.js';

/** A fixture's row and what became of each of its leaf tasks. */
export interface RequestRow {
  readonly row: RequestFixture['row'];
  readonly tasks: readonly (RequestComparison | (Failure & { readonly task: string; readonly documents: number }))[];
}

const CHOICE: EngineChoice = { engine: 'llama', compute: 'native', reason: 'Requests are recorded, not computed.' };
const SETTINGS: EngineSettings = {
  engine: 'llama',
  compute: 'native',
  kvType: undefined,
  threads: undefined,
  gpuLayers: 0,
  contextLength: undefined,
  deterministic: false,
};

/** Compares the requests of all documents of every fixture that is wanted and not in `results` yet. */
export async function compareAllRequests(context: ParityContext, results: ResultsFile<RequestRow>): Promise<void> {
  const folder = join(context.fixtures, 'requests');
  const engines = new Map<string, { readonly model: ModelFiles; readonly engine: RecordingEngine }>();
  try {
    for (const file of readdirSync(folder).sort()) {
      const name = file.replace(/\.json$/, '');
      if (!context.isWanted(name) || results.get(name) !== undefined) continue;
      const fixture = await readRequestFixture(join(folder, file));
      for (const [tokenizer, sha256] of Object.entries(fixture.tokenizers)) {
        if (engines.has(tokenizer)) continue;
        const model = await findModel(tokenizer, sha256, context.places);
        engines.set(tokenizer, { model, engine: new RecordingEngine(model) });
      }
      const tasks: RequestRow['tasks'][number][] = [];
      for (const task of fixture.tasks) {
        context.note(`requests of ${name}: ${task.task}`);
        tasks.push(await compareTask(task, fixture));
      }
      results.set(name, { row: fixture.row, tasks });
    }
  } finally {
    for (const { engine } of engines.values()) await engine[Symbol.asyncDispose]();
  }

  async function compareTask(task: TaskRequests, fixture: RequestFixture): Promise<RequestRow['tasks'][number]> {
    try {
      const plans = [];
      for (const tokenizer of Object.keys(fixture.tokenizers)) {
        const { model, engine } = engines.get(tokenizer)!; // Opened above, for every tokenizer of the fixture.
        const openModel = (): OpenModel =>
          new OpenModel({ scoring: CHOICE, greedy: CHOICE, sampling: CHOICE }, async () => withoutDisposal(engine));
        const row = { ...fixture.row, task: task.task };
        const documents = await plannedDocuments({ ...context, row, model, settings: SETTINGS, openModel }, engine);
        plans.push({ tokenizer, documents });
      }
      return compareRequests(task, fixture.block, plans);
    } catch (error) {
      return {
        task: task.task,
        documents: task.documents,
        error: error instanceof Error ? error.message : String(error),
      };
    }
  }
}
