import { basename, join } from 'node:path';
import { catalogFileError, readCatalogFile } from '../files/read-catalog-file.js';
import { listYamlFiles } from '../files/list-yaml-files.js';
import type { PublishedScore } from './published-score.js';
import { ScoreFile } from './score-file.js';

/**
 * Reads `scores/*.yaml`, by file, table and model as they stand there. Throws `DataError` `catalog-file`, also for a score whose model
 * has no label, a label without a score, and a table that stands in a file twice.
 */
export async function readScores(catalogFolder: string): Promise<readonly PublishedScore[]> {
  const paths = await listYamlFiles(join(catalogFolder, 'scores'));
  return (await Promise.all(paths.map(async (path) => toScores(path, await readCatalogFile(path, ScoreFile))))).flat();
}

function toScores(path: string, { source, models, tables }: ScoreFile): readonly PublishedScore[] {
  const scores = tables.flatMap(({ benchmark, setting, metric, higherIsBetter, note, notes, scores: values }) => {
    const table = JSON.stringify([basename(path, '.yaml'), benchmark, setting, metric]);
    const stray = Object.keys(notes).find((id) => !(id in values));
    if (stray !== undefined) throw catalogFileError(path, `a note on ${stray} in ${table} is on no score`);
    return Object.entries(values).map(([modelId, value]) => {
      const modelLabel = models[modelId];
      if (modelLabel === undefined) throw catalogFileError(path, `its models have no label of ${modelId}`);
      const own = { modelId, modelLabel, value, note: notes[modelId] ?? note };
      return { ...own, benchmark, setting, metric, higherIsBetter, source, table };
    });
  });
  const scored = new Set(scores.map(({ modelId }) => modelId));
  const idle = Object.keys(models).find((id) => !scored.has(id));
  if (idle !== undefined) throw catalogFileError(path, `${idle} has a label and no score`);
  if (new Set(scores.map(({ table }) => table)).size !== tables.length) {
    throw catalogFileError(path, 'two of its tables have the same benchmark, setting and metric');
  }
  return scores;
}
