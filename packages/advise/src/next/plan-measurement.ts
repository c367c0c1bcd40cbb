import type { Benchmark, ModelCard } from '@understudy/catalog';
import type { BoardRow, ModelRef, RunConditions } from '@understudy/evidence';
import { verdictDocumentsNeeded } from '@understudy/statistics';
import { isHosted } from '../admissibility/footprint.js';
import type { Reference } from '../candidates/find-reference.js';
import { referenceSpec } from '../candidates/reference-spec.js';
import type { Candidate } from '../candidates/candidate.js';
import type { Needs } from '../needs/needs.js';
import type { AreaBasis } from '../scores/area-basis.js';
import { cellOf, type ScoreColumn } from '../scores/score-column.js';
import type { AreaVerdict } from '../verdict/area-verdict.js';
import type { AskedSetting } from './asked-setting.js';
import { evalCommandOf, evalCommands } from './eval-command.js';
import { libraryTasks, writesText } from './library-tasks.js';
import type { NextMeasurement } from './next-measurement.js';

/** Seconds a document took in a run; undefined: not known. */
export type ReadPace = (runId: string) => Promise<number | undefined>;

/** Under which conditions a run of a model was made. */
export type ReadConditions = (runId: string, model: ModelRef) => Promise<RunConditions>;

/** What is planned with. */
export interface MeasurementPlan {
  readonly candidate: Candidate;
  readonly reference: Reference;
  readonly basis: AreaBasis;
  readonly benchmarks: readonly Benchmark[];
  readonly needs: Pick<Needs, 'margin' | 'confidence'>;
  readonly readPace: ReadPace;
  readonly readConditions: ReadConditions;
  /** All that were measured: any of them tells how its columns were asked. */
  readonly rows: readonly BoardRow[];
}

/** What would settle a verdict that is open; undefined where it is settled. */
export async function planMeasurement(
  verdict: AreaVerdict,
  plan: MeasurementPlan,
): Promise<NextMeasurement | undefined> {
  if (verdict.kind === 'measured' && verdict.outcome !== 'inconclusive') return undefined;
  const because = verdict.kind === 'measured' ? 'inconclusive' : verdict.because;
  const { area } = verdict;
  const documents = documentsFor(verdict, plan);
  const settings = await Promise.all(plan.basis.benchmarks.map(({ column }) => askedSetting(column, plan)));
  const asMessages =
    takesMessagesOnly(plan.reference.card, plan.reference.measured[0]) ||
    takesMessagesOnly(plan.candidate.card, plan.candidate);
  const shared = { area, model: plan.candidate.id, documents: Number.isFinite(documents) ? documents : null };
  const isAskable = settings.length > 0 && (!asMessages || settings.every(canBeMessages));
  if (!isAskable) return { ...shared, ...withLibraryTasks(plan, because, asMessages) };
  const groups = plan.basis.benchmarks.filter(({ column }) => column.isGroup).map(({ column }) => column.setting);
  const asked = wholeGroups(because === 'inconclusive' ? widened(settings, documents) : settings, groups);
  const isAnew = asked.some(({ documents: count }, at) => count !== settings[at]?.documents);
  return {
    ...shared,
    because,
    tasks: asked.map(({ task }) => task),
    available: asked.reduce((sum, { documentsTotal }) => sum + documentsTotal, 0),
    commands: (isAnew ? specsOfBoth(plan) : specsOf(because, plan)).flatMap((spec) => evalCommands(spec, asked)),
    seconds: await secondsFor(verdict, asked, plan),
  };
}

/** A column's setting, with the conditions of a run that has a number in it. */
async function askedSetting(
  { key, setting }: ScoreColumn,
  { rows, readConditions }: MeasurementPlan,
): Promise<AskedSetting> {
  for (const row of rows) {
    const cell = cellOf(row, key);
    if (cell !== undefined) return { ...setting, conditions: await readConditions(cell.runId, row.model) };
  }
  return setting;
}

function documentsFor(verdict: AreaVerdict, { needs: { margin, confidence } }: MeasurementPlan): number {
  if (verdict.kind !== 'measured') {
    return verdictDocumentsNeeded({ variance: SUPPOSED_VARIANCE, difference: 0, margin, confidence });
  }
  const { difference, benchmarks, documents } = verdict;
  // Of the mean over k benchmarks with nᵢ documents each: n·Σ σᵢ²/nᵢ / k², where further documents are spread as those so far.
  const spread = benchmarks.reduce((sum, one) => sum + one.variance / one.documents, 0);
  const found = (documents * spread) / benchmarks.length ** 2;
  // A single document, or text, has no spread.
  const variance = Number.isNaN(found) ? SUPPOSED_VARIANCE : Math.max(found, LEAST_VARIANCE);
  const needed = verdictDocumentsNeeded({ variance, difference, margin, confidence });
  // The bounds of few documents are wider than the formula of many supposes.
  return Math.max(needed, documents + 1);
}

/**
 * Variance of a document's difference that is supposed where nothing was measured: 2p(1 − p)(1 − ρ) of right and wrong answers at p = ½ and a
 * correlation of ρ = ½ between two models on one question, in the middle of what E. Miller, Adding error bars to evals, 2024, §4.2, reports.
 */
const SUPPOSED_VARIANCE = 0.25;

/** Two models that never disagreed so far will do so sooner or later. */
const LEAST_VARIANCE = 0.01;

/** The same tasks over more documents: as many of each as bring the sum up to what is needed, at most all. */
function widened(settings: readonly AskedSetting[], documents: number): readonly AskedSetting[] {
  const asked = settings.reduce((sum, setting) => sum + setting.documents, 0);
  const factor = documents / asked;
  return settings.map((setting) => ({
    ...setting,
    documents: Math.min(setting.documentsTotal, Math.ceil(setting.documents * factor)),
  }));
}

/**
 * Groups that were cut short are asked as a whole: a limit counts the documents of each of a group's tasks, which a column of the group does
 * not tell.
 */
function wholeGroups(asked: readonly AskedSetting[], groups: readonly AskedSetting[]): readonly AskedSetting[] {
  const names = new Set(groups.map(({ task }) => task));
  return asked.map((setting) =>
    names.has(setting.task) ? { ...setting, documents: setting.documentsTotal } : setting,
  );
}

/** What a provider runs takes conversations, and gives no likelihoods of given answers. */
function takesMessagesOnly(card: ModelCard | undefined, measured: Candidate | undefined): boolean {
  return measured?.measured?.model.remote !== undefined || isHosted({ card });
}

function canBeMessages({ task, usesChatTemplate, conditions }: AskedSetting): boolean {
  return usesChatTemplate && conditions?.givenTemplateName === undefined && writesText(task);
}

/** Where nothing of the area was measured yet, or not in a way that the reference can be asked: tasks of the library, for both. */
function withLibraryTasks(
  plan: MeasurementPlan,
  because: NextMeasurement['because'],
  asMessages: boolean,
): Pick<NextMeasurement, 'because' | 'tasks' | 'available' | 'commands' | 'seconds'> {
  const {
    basis: { area },
    benchmarks,
  } = plan;
  const tasks = libraryTasks(benchmarks, { area, needsGeneration: asMessages });
  if (tasks.length === 0) return { because: 'no-task', tasks, available: null, commands: [], seconds: null };
  const commands = specsOfBoth(plan).map((spec) => evalCommandOf(spec, { tasks, asMessages }));
  return { because, tasks, available: null, commands, seconds: null };
}

/** Who is to be run: both where more documents are needed, else those that lack a number in these settings. */
function specsOf(because: NextMeasurement['because'], plan: MeasurementPlan): readonly string[] {
  const { candidate, reference, basis } = plan;
  const keys = basis.benchmarks.map(({ column }) => column.key);
  const isOpen = because === 'inconclusive' || because === 'no-common-documents';
  const lacks = (row: BoardRow | undefined) => row === undefined || keys.some((key) => cellOf(row, key) === undefined);
  return [
    ...(isOpen || lacks(candidate.measured) ? [candidate.spec] : []),
    ...(isOpen || lacks(reference.measured[0]?.measured) ? [referenceSpec(reference)] : []),
  ];
}

function specsOfBoth({ candidate, reference }: MeasurementPlan): readonly string[] {
  return [candidate.spec, referenceSpec(reference)];
}

/** By the pace of the runs behind the verdict. */
async function secondsFor(
  verdict: AreaVerdict,
  asked: readonly AskedSetting[],
  { readPace }: MeasurementPlan,
): Promise<number | null> {
  if (verdict.kind !== 'measured') return null;
  const [first] = verdict.benchmarks;
  if (first === undefined) return null;
  const paces = await Promise.all([first.candidateRun, first.referenceRun].map(readPace));
  if (paces.some((pace) => pace === undefined)) return null;
  const documents = asked.reduce((sum, setting) => sum + setting.documents, 0);
  return paces.reduce<number>((sum, pace) => sum + (pace ?? 0) * documents, 0);
}
