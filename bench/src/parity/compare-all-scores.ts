import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineSettings, ModelFiles } from '@understudy/core';
import type { Sample } from '@understudy/store';
import type { ResultsFile } from '../results-file.js';
import { compareScores, type ScoreComparison } from './compare-scores.js';
import { findModel } from './find-model.js';
import { KeptEngines } from './kept-engines.js';
import type { Failure, ParityContext } from './parity-context.js';
import { runRow } from './run-row.js';
import { readScoreFixture, type ReferenceRow, type ScoreFixture } from './score-fixture.js';

/** Engines that are compared, both in float32. */
export type ComparedEngine = 'onnx' | 'llama';

/** A fixture's row with one engine. */
export interface ScoreRow {
  readonly model: string;
  readonly engine: ComparedEngine;
  readonly row: ReferenceRow;
  readonly comparison: ScoreComparison | Failure;
}

/** Which scores are wanted. */
export interface ScoreSelection {
  readonly models: readonly string[];
  readonly engines: readonly ComparedEngine[];
  /** Of the engines; undefined: one a core. */
  readonly threads: number | undefined;
}

/** Compares the scores and texts of every fixture that is wanted and not in `results` yet. */
export async function compareAllScores(
  context: ParityContext,
  { models, engines, threads }: ScoreSelection,
  results: ResultsFile<ScoreRow>,
): Promise<void> {
  for (const name of models) {
    const fixtures = await wantedFixtures(context, name);
    for (const engine of engines) {
      await using kept = new KeptEngines(context.places.understudyHome);
      for (const [row, fixture] of fixtures) {
        const part = `${name} ${engine} ${row}`;
        if (results.get(part) !== undefined) continue;
        context.note(`scores of ${part}`);
        const comparison = await compareRow(context, fixture, settingsFor(engine, fixture, threads), kept);
        results.set(part, { model: name, engine, row: fixture.row, comparison });
      }
    }
  }
}

async function wantedFixtures(context: ParityContext, model: string): Promise<readonly [string, ScoreFixture][]> {
  const folder = join(context.fixtures, model);
  const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
  const wanted = names.filter(context.isWanted).sort();
  return Promise.all(
    wanted.map(async (row): Promise<[string, ScoreFixture]> => [
      row,
      await readScoreFixture(join(folder, `${row}.json`)),
    ]),
  );
}

function settingsFor(engine: ComparedEngine, { row }: ScoreFixture, threads: number | undefined): EngineSettings {
  return {
    engine,
    compute: 'f32',
    kvType: undefined,
    threads,
    gpuLayers: 0,
    contextLength: row.max_length ?? undefined,
    deterministic: false,
  };
}

async function compareRow(
  context: ParityContext,
  fixture: ScoreFixture,
  settings: EngineSettings,
  kept: KeptEngines,
): Promise<ScoreRow['comparison']> {
  try {
    const model: ModelFiles = await findModel(fixture.model.name, fixture.model.gguf_sha256, context.places);
    const samples: Sample[] = [];
    for await (const sample of runRow({ ...context, row: fixture.row, model, settings, openModel: kept.open })) {
      samples.push(sample);
    }
    return compareScores(fixture, samples);
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
