import { UserError } from '@understudy/core';
import type { Answer, Outcome, Study, StudyItem } from '@understudy/store';
import { checkDesign } from './check-design.js';
import { DesignGrid } from './design-grid.js';
import { drawDesign } from './draw-design.js';
import { evenOut, type EvenOutOptions } from './even-out.js';
import { pairCount, pairMembers, pairNumber } from './round-robin.js';
import { SeededRandom } from './seeded-random.js';
import { isSwapped } from './side.js';

/** What a plan needs to know of an answer. */
export type PlannedAnswer = Pick<Answer, 'id' | 'questionId' | 'versionId'>;

/** An item whose outcome is known, in terms of first and second (`a`: the first is better). */
export interface KnownItem {
  readonly questionId: string;
  readonly firstAnswerId: string;
  readonly secondAnswerId: string;
  readonly expected: Outcome;
  /** Shown after a training vote. */
  readonly explanation: string | null;
}

/** What a study is planned from. */
export interface PlanRequest {
  readonly study: Pick<Study, 'id' | 'versionIds' | 'design'>;
  /** Questions of the study, in a fixed order. */
  readonly questionIds: readonly string[];
  /** Answers of each of its models to each of its questions; others are not used. */
  readonly answers: readonly PlannedAnswer[];
  /** Mixed in among the others, to see whether an annotator reads. */
  readonly gold?: readonly KnownItem[];
  /** Given to each annotator first, with the reasons. */
  readonly training?: readonly KnownItem[];
  /** `refuse`, the default, or leave out the items that lack one: for answers of others, which cannot be made again. */
  readonly missingAnswers?: 'refuse' | 'leave-out';
}

/** Votes wanted of a gold or training item: one of each annotator, however many come. */
export const ONE_OF_EACH_ANNOTATOR = 1_000_000;

/**
 * Plans a study: which pairs of models are compared on which questions, a balanced incomplete block design with the questions as blocks.
 * Each pair comes equally often (±1), each question too, and in each question each model, as far as numbers allow; with `items: null`
 * it is the full design, each pair on each question. Of the items the share `overlap` gets `votesPerItem` votes, spread just as evenly;
 * the others get one. An item that is also a gold or training item is left out: annotators are told about those.
 *
 * Pure: the same request gives the same plan. Items are numbered training first, then regular, then gold. Each model is first in half of its
 * pair's items when they are shown the first time. Throws `UserError`: `study-too-small`, `design-invalid`, `answers-missing`.
 */
export function planStudy(request: PlanRequest): readonly StudyItem[] {
  const { study, questionIds } = request;
  checkDesign(request);
  const models = study.versionIds.length;
  const { seed, votesPerItem } = study.design;
  const answerOf = answerTable(request);
  const members = pairMembers(models);
  const known = knownCells(request);
  const isAnswered = (question: number, version = -1): boolean => answerOf(question, version) !== undefined;
  const isAllowed = (question: number, pair: number): boolean =>
    isAnswered(question, members.low[pair]) &&
    isAnswered(question, members.high[pair]) &&
    !known.has(question * pairCount(models) + pair);
  const design = designGrid(request, members, { isAllowed, isPresent: isAnswered });
  const overlap = overlapGrid(design, request, members);
  const cells = new SeededRandom(seed, 'order').shuffled(cellsOf(design));
  const training = (request.training ?? []).map((item, number) => knownItem(study.id, number, 'training', item));
  const turned = new Map<number, boolean>();
  const regular = cells.map(({ question, pair }, place): StudyItem => {
    const number = training.length + place;
    const versions = [members.low[pair] as number, members.high[pair] as number];
    // Left and right alternate within a pair; the side that the seed draws for the number is reckoned in.
    const isTurned = !(turned.get(pair) ?? new SeededRandom(seed, 'turn', pair).below(2) === 1);
    turned.set(pair, isTurned);
    if (isTurned !== isSwapped({ seed, number, showings: 0 })) versions.reverse();
    // Only items with both answers are allowed.
    const [first = '', second = ''] = versions.map((version) => answerOf(question, version) ?? '');
    return {
      studyId: study.id,
      number,
      kind: 'regular',
      questionId: questionIds[question] as string,
      firstAnswerId: first,
      secondAnswerId: second,
      wanted: overlap.has(question, pair) ? votesPerItem : 1,
      expected: null,
      explanation: null,
    };
  });
  const before = training.length + regular.length;
  const gold = (request.gold ?? []).map((item, place) => knownItem(study.id, before + place, 'gold', item));
  return [...training, ...regular, ...gold];
}

type Members = ReturnType<typeof pairMembers>;

function designGrid(
  { study, questionIds }: PlanRequest,
  members: Members,
  { isAllowed, isPresent }: Pick<EvenOutOptions, 'isAllowed' | 'isPresent'>,
): DesignGrid {
  const models = study.versionIds.length;
  const grid = new DesignGrid(questionIds.length, models, members);
  const { items, seed } = study.design;
  const random = new SeededRandom(seed, 'design');
  const room = allCells(grid).filter(({ question, pair }) => isAllowed(question, pair));
  if (items === null || items >= room.length) {
    for (const { question, pair } of room) grid.add(question, pair);
    return grid;
  }
  drawDesign(grid, { models, items, isAllowed, random });
  evenOut(grid, { models, isAllowed, isPresent, random });
  return grid;
}

/** The items that get more than one vote: drawn within the design as the design was drawn. */
function overlapGrid(design: DesignGrid, { study, questionIds }: PlanRequest, members: Members): DesignGrid {
  const models = study.versionIds.length;
  const grid = new DesignGrid(questionIds.length, models, members);
  const isAllowed = (question: number, pair: number): boolean => design.has(question, pair);
  const chosen = cellsOf(design);
  const items = study.design.votesPerItem === 1 ? 0 : Math.round(study.design.overlap * chosen.length);
  if (items === chosen.length) {
    for (const { question, pair } of chosen) grid.add(question, pair);
    return grid;
  }
  drawDesign(grid, { models, items, isAllowed, random: new SeededRandom(study.design.seed, 'overlap') });
  return grid;
}

interface Cell {
  readonly question: number;
  readonly pair: number;
}

function allCells(grid: DesignGrid): Cell[] {
  return Array.from({ length: grid.questions * grid.pairs }, (_, cell) => ({
    question: Math.floor(cell / grid.pairs),
    pair: cell % grid.pairs,
  }));
}

function cellsOf(grid: DesignGrid): Cell[] {
  return allCells(grid).filter(({ question, pair }) => grid.has(question, pair));
}

function knownItem(studyId: string, number: number, kind: 'gold' | 'training', item: KnownItem): StudyItem {
  return { ...item, studyId, number, kind, wanted: ONE_OF_EACH_ANNOTATOR };
}

/** The cells of the grid that gold and training items are about. */
function knownCells({ study, questionIds, answers, gold = [], training = [] }: PlanRequest): ReadonlySet<number> {
  const models = study.versionIds.length;
  const questions = new Map(questionIds.map((id, question) => [id, question]));
  const versions = new Map(study.versionIds.map((id, version) => [id, version]));
  const versionOf = new Map(answers.map(({ id, versionId }) => [id, versions.get(versionId)]));
  const cells = [...gold, ...training].map(({ questionId, firstAnswerId, secondAnswerId }) => {
    const question = questions.get(questionId);
    const [a, b] = [versionOf.get(firstAnswerId), versionOf.get(secondAnswerId)];
    if (question === undefined || a === undefined || b === undefined || a === b) return -1;
    return question * pairCount(models) + pairNumber(Math.min(a, b), Math.max(a, b), models);
  });
  return new Set(cells);
}

/** Answer of a version to a question, both by number. */
function answerTable({
  study,
  questionIds,
  answers,
  missingAnswers = 'refuse',
}: PlanRequest): (question: number, version: number) => string | undefined {
  const ids = new Map<string, string>();
  // The first sample of a model is the one that is compared.
  for (const { id, questionId, versionId } of answers) {
    const key = JSON.stringify([questionId, versionId]);
    if (!ids.has(key)) ids.set(key, id);
  }
  const table = questionIds.map((question) =>
    study.versionIds.map((version) => ids.get(JSON.stringify([question, version]))),
  );
  const missing = table.flatMap((row, question) =>
    row.flatMap((id, version) => (id === undefined ? [`${study.versionIds[version]} / ${questionIds[question]}`] : [])),
  );
  if (missing.length > 0 && missingAnswers === 'refuse') {
    throw new UserError({
      code: 'answers-missing',
      message: `The study ${study.id} cannot be planned: ${missing.length} answers are missing, the first: ${missing.slice(0, 3).join('; ')}.`,
      hint: 'Import them (understudy arena answers import) or have them generated (understudy arena answers generate).',
      values: { study: study.id, missing: missing.length },
    });
  }
  return (question, version) => table[question]?.[version];
}
