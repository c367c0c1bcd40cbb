import type { BiasReport } from '@understudy/arena';
import type { Messages } from '../../messages/messages.js';
import { formatCount } from '../../terminal/format-count.js';
import { formatAmount } from '../service-text.js';

type Texts = Messages['judge']['bias'];

/** A share with its interval: of statistics, of an agreement, or of a win rate. */
interface ShownShare {
  readonly value: number | undefined;
  readonly interval: { readonly lower: number; readonly upper: number } | undefined;
  readonly count: number;
}

/** What a ranking must be read with, a line each. */
export function biasLines(bias: BiasReport, texts: Texts): readonly string[] {
  const { counts, position, swapped, length, self, humans, degenerate, steering } = bias;
  const { ok, unparsed, refused, error } = counts.states;
  const lines = [
    texts.states({
      total: formatCount(counts.judgements),
      ok: formatCount(ok),
      unparsed: formatCount(unparsed),
      refused: formatCount(refused),
      error: formatCount(error),
    }),
    [texts.tokens(formatCount(counts.promptTokens), formatCount(counts.generatedTokens)), costText(bias, texts)].join(
      '; ',
    ),
  ];
  if (position !== undefined) {
    const { firstShare, inconsistency, firstTwice, secondTwice, pValue } = position;
    lines.push(
      texts.first(share(firstShare)),
      texts.inconsistent(share(inconsistency)),
      texts.twice(formatCount(firstTwice), formatCount(secondTwice), pValue.toPrecision(2)),
    );
  }
  lines.push(texts.longer(share(length.longerShare)));
  if (length.coefficient !== undefined) {
    const { estimate, interval } = length.coefficient;
    lines.push(texts.coefficient(`${signed(estimate)} [${signed(interval.lower)}, ${signed(interval.upper)}]`));
  }
  if (swapped !== undefined) lines.push(texts.swapped(share(swapped.exact), decimal(swapped.kappa.value)));
  if (humans !== undefined) {
    lines.push(texts.humans(share(humans.exact), share(humans.nonTie)));
  }
  if (self?.winRate !== undefined) {
    const byHumans = self.humanWinRate === undefined ? '' : texts.selfHumans(percent(self.humanWinRate.value));
    lines.push(texts.self(self.model, percent(self.winRate.value)) + byHumans);
  }
  for (const { model, sameShare, sample } of degenerate)
    lines.push(texts.degenerate(model, percent(sameShare), sample));
  for (const { model, suspects } of steering) lines.push(texts.steering(model, formatCount(suspects.length)));
  return lines;
}

function costText({ counts: { cost, costPer1000 } }: BiasReport, texts: Texts): string {
  if (cost === null || costPer1000 === null) return texts.noCost;
  return texts.cost(formatAmount(cost, ''), formatAmount(costPer1000, ''));
}

function share({ value, interval, count }: ShownShare): string {
  if (value === undefined) return '–';
  const range = interval === undefined ? '' : ` [${percent(interval.lower)}, ${percent(interval.upper)}]`;
  return `${percent(value)}${range}, n = ${formatCount(count)}`;
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)}%`;
}

function decimal(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(3);
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}
