import {
  detectableDifference,
  independentDiscordance,
  independentDocumentsNeeded,
  pairedDocumentsNeeded,
} from '@understudy/statistics';
import type { SampleBrowser } from '@understudy/store';
import type { BoardCell, BoardColumn } from '../leaderboard/leaderboard.js';

/** Two models in one column, and what is to be shown of them. */
export interface DocumentsQuestion {
  readonly column: Pick<BoardColumn, 'key' | 'setting' | 'isProportion' | 'isGroup'>;
  readonly first: Pick<BoardCell, 'runId' | 'value' | 'count'>;
  readonly second: Pick<BoardCell, 'runId' | 'value' | 'count'>;
  /** The supposed true difference first − second; the measured one by default. */
  readonly difference?: number | undefined;
  /** Given: that the first is not inferior by more than this, one-sided; else that they differ, two-sided. */
  readonly margin?: number | undefined;
}

/** How many documents it takes. */
export interface DocumentsPlan {
  readonly difference: number;
  /** Share of documents on which exactly one model is right. */
  readonly discordance: number;
  /** `pairs`: counted on documents that both were asked; `independence`: supposed, as nothing was counted, and rather too large. */
  readonly discordanceFrom: 'pairs' | 'independence';
  /** Documents that both models were asked. */
  readonly matched: number;
  /** Documents to ask both models for 80% power at α = 0.05; Infinity: no number shows it; NaN: what is supposed cannot be. */
  readonly paired: number;
  /** Documents to ask each model, if their answers are only compared as two shares. */
  readonly independent: number;
  /** Documents that the task has. */
  readonly available: number;
  /** Whether the task has as many as the paired comparison takes. */
  readonly isReachable: boolean;
  /** The smallest difference that all documents of the task would show; undefined: none. */
  readonly detectable: number | undefined;
}

/**
 * How many documents it takes to tell two models apart, or to show that one is not inferior, at 80% power and α = 0.05. Undefined for what
 * is no share of right answers. How often the models disagree is counted where the store has samples of both on the same documents.
 */
export async function planDocuments(
  samples: Pick<SampleBrowser, 'countPairs'>,
  question: DocumentsQuestion,
): Promise<DocumentsPlan | undefined> {
  const { column, first, second, margin } = question;
  if (!column.isProportion) return undefined;
  const { difference = first.value - second.value } = question;
  const counted = column.isGroup ? undefined : await countDiscordance(samples, question);
  const supposed = independentDiscordance(first.value, second.value);
  // A difference that is supposed, and not measured, may be larger than what was counted allows.
  const discordance = Math.max(counted?.discordance ?? supposed, Math.abs(difference));
  const available = column.setting.documentsTotal;
  const paired = pairedDocumentsNeeded({ difference, discordance, margin });
  return {
    difference,
    discordance,
    discordanceFrom: counted === undefined ? 'independence' : 'pairs',
    matched: counted?.matched ?? 0,
    paired,
    independent: independentDocumentsNeeded({ difference, secondRate: second.value, margin }),
    available,
    isReachable: paired <= available,
    detectable: detectableDifference({ documents: available, discordance }),
  };
}

/** Undefined where the runs have no common documents, or none that are only right or wrong. */
async function countDiscordance(
  samples: Pick<SampleBrowser, 'countPairs'>,
  { column: { setting }, first, second }: DocumentsQuestion,
): Promise<{ readonly discordance: number; readonly matched: number } | undefined> {
  const { task, metric, filter } = setting;
  const { matched, binary } = await samples.countPairs({
    firstRun: first.runId,
    secondRun: second.runId,
    task,
    column: `${metric},${filter}`,
  });
  if (binary === undefined || matched === 0) return undefined;
  // Half a document more that disagrees: none among few documents does not mean none among many.
  return { discordance: (binary.onlyFirst + binary.onlySecond + 0.5) / (matched + 0.5), matched };
}
