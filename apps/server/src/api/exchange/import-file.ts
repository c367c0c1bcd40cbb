import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BOTH_BAD, readBattles, textAt, type BattleTable, type ColumnNames } from '@understudy/arena';
import { FIRST_WINS, SECOND_WINS } from '@understudy/statistics';
import type { ImportedVote, ModelVersion, Outcome, Study } from '@understudy/store';
import { newId } from '../../access/secret.js';
import { ApiError } from '../../http/api-error.js';
import type { Services } from '../../services.js';

/** A file of votes as text. */
export interface VoteFile {
  readonly format: 'battles' | 'csv' | 'alpaca-eval';
  readonly title: string;
  readonly text: string;
  readonly columns?: string | undefined;
}

/** What came of it. */
export interface ImportOutcome {
  readonly studyId: string;
  readonly votes: number;
  readonly models: number;
}

/** Readers go by content; CSV cannot be told from text by its first character alone. */
const NAMES: Readonly<Record<VoteFile['format'], string>> = {
  battles: 'battles.json',
  csv: 'battles.csv',
  'alpaca-eval': 'annotations.json',
};

const COLUMN = /^(model_a|model_b|winner|judge|question_id|turn|tstamp)=(.+)$/;

function columnNames(text: string | undefined): ColumnNames {
  if (text === undefined || text === '') return {};
  const pairs = text.split(',').map((part) => {
    const [, column, name] = COLUMN.exec(part.trim()) ?? [];
    if (column === undefined || name === undefined) {
      throw new ApiError({
        status: 422,
        code: 'input-invalid',
        message: `Columns are given as model_a=NAME: ${part}.`,
      });
    }
    return [column, name] as const;
  });
  return Object.fromEntries(pairs);
}

/** Reads text as a file is read, so that one reader serves both. Messages name the file by its name alone. */
async function readText({ format, text, columns }: VoteFile): Promise<BattleTable> {
  const names = columnNames(columns);
  const folder = await mkdtemp(join(tmpdir(), 'understudy-import-'));
  try {
    const path = join(
      folder,
      format === 'battles' && !text.trimStart().startsWith('[') ? 'battles.jsonl' : NAMES[format],
    );
    await writeFile(path, text, { mode: 0o600 });
    return await readBattles(path, { columns: names }).catch((error: unknown) => {
      if (error instanceof Error) error.message = error.message.replaceAll(`${folder}/`, '');
      throw error;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function outcomeOf(code: number | undefined): Outcome {
  if (code === FIRST_WINS) return 'a';
  if (code === SECOND_WINS) return 'b';
  return code === BOTH_BAD ? 'both_bad' : 'tie';
}

function votesOf(table: BattleTable, now: number): readonly ImportedVote[] {
  const { models, first, second, outcome, columns, time } = table;
  const text = (name: string, row: number): string | undefined => {
    const column = columns.get(name);
    return column && textAt(column, row);
  };
  return Array.from(first, (model, row): ImportedVote => {
    const turn = Number(text('turn', row));
    return {
      annotator: text('judge', row) ?? 'unknown',
      annotatorKind: 'crowd',
      questionId: text('question_id', row) ?? null,
      turn: Number.isSafeInteger(turn) && turn > 0 ? turn : null,
      firstVersionId: models[model] ?? '',
      secondVersionId: models[second[row] ?? 0] ?? '',
      outcome: outcomeOf(outcome[row]),
      castAt: time === null ? now : Math.round(time[row] ?? now),
    };
  });
}

function unknownModel(id: string): ModelVersion {
  const nothing = { organisation: null, licence: null, openWeights: null, spec: null, identity: null };
  const neither = { quantisation: null, system: null, decoding: null, priceIn: null, priceOut: null, retiredAt: null };
  return { id, name: id, ...nothing, ...neither };
}

/** Adds a file's votes as a study of its own; models that are not known are added by their names. */
export async function importFile(file: VoteFile, { store, now }: Services): Promise<ImportOutcome> {
  const table = await readText(file);
  const at = now();
  const votes = votesOf(table, at);
  const known = new Set((await store.listModels()).map(({ id }) => id));
  await store.putModels(table.models.filter((id) => !known.has(id)).map(unknownModel));
  const study: Study = {
    id: newId(),
    mode: 'imported',
    title: file.title,
    questionSetId: null,
    versionIds: table.models,
    design: { votesPerItem: 1, items: null, overlap: 1, goldEvery: 0, seed: 0 },
    instructions: {},
    completionCode: null,
    createdAt: at,
    openedAt: null,
    closedAt: null,
  };
  await store.createStudy(study);
  await store.importVotes(study.id, votes);
  return { studyId: study.id, votes: votes.length, models: table.models.length };
}
