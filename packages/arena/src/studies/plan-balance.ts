import type { StudyItem } from '@understudy/store';
import type { PlanRequest } from './plan-study.js';

/** Smallest and largest of some counts. */
export interface CountRange {
  readonly min: number;
  readonly max: number;
}

/** How even a plan is, over its regular items. */
export interface PlanBalance {
  readonly items: number;
  /** Votes wanted of the regular items. */
  readonly votes: number;
  /** Items that get more than one vote. */
  readonly overlapItems: number;
  readonly goldItems: number;
  readonly trainingItems: number;
  /** Items of each pair of models, whether it meets or not. */
  readonly perPair: CountRange;
  readonly perQuestion: CountRange;
  readonly perModel: CountRange;
  /** Models without an answer to a question do not count there. */
  readonly perModelInQuestion: CountRange;
  /** Largest difference between two models within one question; 1 at most where the numbers allow it. */
  readonly spreadInQuestion: number;
  /** Overlap items of each pair. */
  readonly overlapPerPair: CountRange;
}

/** Counts what a plan has of each pair, question and model. Pure. */
export function planBalance(
  plan: readonly StudyItem[],
  { study, questionIds, answers }: Pick<PlanRequest, 'study' | 'questionIds' | 'answers'>,
): PlanBalance {
  const { versionIds } = study;
  const versionOf = new Map(answers.map(({ id, versionId }) => [id, versionId]));
  const regular = plan.filter(({ kind }) => kind === 'regular');
  const pairs = tally(versionIds.flatMap((a, place) => versionIds.slice(place + 1).map((b) => pairKey(a, b))));
  const overlapPairs = tally([...pairs.keys()]);
  const questions = tally(questionIds);
  const models = tally(versionIds);
  const present = new Map(questionIds.map((question) => [question, new Set<string>()]));
  for (const { questionId, versionId } of answers) present.get(questionId)?.add(versionId);
  const blocks = new Map(
    [...present].map(([question, versions]) => [question, tally(versionIds.filter((id) => versions.has(id)))]),
  );
  for (const { questionId, firstAnswerId, secondAnswerId, wanted } of regular) {
    const versions = [versionOf.get(firstAnswerId) ?? '', versionOf.get(secondAnswerId) ?? ''] as const;
    const pair = pairKey(...versions);
    count(pairs, pair);
    if (wanted > 1) count(overlapPairs, pair);
    count(questions, questionId);
    const block = blocks.get(questionId);
    for (const version of versions) {
      count(models, version);
      if (block !== undefined) count(block, version);
    }
  }
  const inQuestions = [...blocks.values()].map((block) => range(block.values()));
  return {
    items: regular.length,
    votes: regular.reduce((sum, { wanted }) => sum + wanted, 0),
    overlapItems: regular.filter(({ wanted }) => wanted > 1).length,
    goldItems: plan.filter(({ kind }) => kind === 'gold').length,
    trainingItems: plan.filter(({ kind }) => kind === 'training').length,
    perPair: range(pairs.values()),
    perQuestion: range(questions.values()),
    perModel: range(models.values()),
    perModelInQuestion: {
      min: inQuestions.reduce((least, { min }) => Math.min(least, min), Infinity),
      max: inQuestions.reduce((most, { max }) => Math.max(most, max), 0),
    },
    spreadInQuestion: inQuestions.reduce((most, { min, max }) => Math.max(most, max - min), 0),
    overlapPerPair: range(overlapPairs.values()),
  };
}

function pairKey(a: string, b: string): string {
  return JSON.stringify(a < b ? [a, b] : [b, a]);
}

function tally(keys: readonly string[]): Map<string, number> {
  return new Map(keys.map((key) => [key, 0]));
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function range(counts: Iterable<number>): CountRange {
  let [min, max] = [Infinity, -Infinity];
  for (const each of counts) {
    min = Math.min(min, each);
    max = Math.max(max, each);
  }
  return { min, max };
}
