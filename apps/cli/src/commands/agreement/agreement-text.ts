import { basename } from 'node:path';
import type { BattleAgreement } from '@understudy/arena';
import type { AgreementEstimate } from '@understudy/statistics';
import type { Messages } from '../../messages/messages.js';
import { formatColumns } from '../../terminal/columns.js';
import { formatCount } from '../../terminal/format-count.js';

type Texts = Messages['agreement'];

/** What the user asked to compare. */
export interface ComparedFiles {
  readonly paths: readonly string[];
  readonly judges?: string | undefined;
  readonly against?: string | undefined;
}

/** Tie rates are shown for so many judges; `--json` has all. */
const SHOWN_JUDGES = 10;

/** The measures of agreement under a line that says who was compared, and the tie rates of the judges. */
export function agreementText(agreement: BattleAgreement, files: ComparedFiles, texts: Texts): string {
  const { bootstrap, repeated } = agreement;
  const lines = [texts.heading(formatCount(agreement.comparisons), sides(agreement, files, texts))];
  if (agreement.comparisons === 0) return [...lines, texts.nothing].join('\n');
  lines.push(measureTable(agreement, texts));
  if (bootstrap.rounds > 0) {
    lines.push(texts.intervals(formatCount(bootstrap.rounds), formatCount(bootstrap.questions), bootstrap.seed));
  }
  if (repeated > 0) lines.push(texts.repeated(formatCount(repeated)));
  return [...lines, ...tieRates(agreement, texts)].join('\n');
}

function sides({ between, judges, votes }: BattleAgreement, { paths }: ComparedFiles, texts: Texts): string {
  const described = votes.map((count, set) => {
    const name = basename(paths[set] ?? paths[0] ?? '');
    const known = judges[set] ?? 0;
    return known === 0 ? texts.fileVotes(name, formatCount(count)) : texts.file(name, formatCount(count), known);
  });
  return between === 'annotators' ? texts.within(described.join('')) : texts.between(described.join(texts.against));
}

function measureTable({ exact, tieDiscounted, nonTie, kappa, alpha }: BattleAgreement, texts: Texts): string {
  const { columns, measures, units } = texts;
  return formatColumns(
    [
      { title: columns.measure },
      { title: columns.value, align: 'right' },
      { title: columns.interval, align: 'right' },
      { title: columns.count, align: 'right' },
    ],
    [
      row(measures.exact, exact, units.pairs),
      row(measures.tieDiscounted, tieDiscounted, units.pairs),
      row(measures.nonTie, nonTie, units.pairs),
      row(measures[kappa.kind], kappa, kappa.kind === 'cohen' ? units.pairs : units.items),
      row(measures.alpha, alpha, units.labels),
    ],
  );
}

function row(name: string, { value, interval, count }: AgreementEstimate, unit: string): readonly string[] {
  const ends = interval === undefined ? '–' : `${number(interval.lower)} – ${number(interval.upper)}`;
  return [name, number(value), ends, `${formatCount(count)} ${unit}`];
}

function number(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(3);
}

/** Of the judges with most votes. */
function tieRates({ tieRates: rates }: BattleAgreement, texts: Texts): readonly string[] {
  if (rates.length === 0) return [];
  const shown = rates.toSorted((one, other) => other.count - one.count).slice(0, SHOWN_JUDGES);
  const texted = shown.map(({ judge, rate, count }) =>
    texts.tieRate(judge, `${(100 * rate).toFixed(0)}%`, formatCount(count)),
  );
  const rest = rates.length - shown.length;
  return [texts.tieRates(texted.join(texts.comma) + (rest > 0 ? texts.more(rest) : ''))];
}
