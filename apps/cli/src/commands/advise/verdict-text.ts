import type { Advice, AreaVerdict } from '@understudy/advise';
import type { Messages } from '../../messages/messages.js';
import { formatColumns } from '../../terminal/columns.js';
import { formatCount } from '../../terminal/format-count.js';

type Texts = Messages['advise'];

/** Published figures shown of a verdict; `--json` has all. */
const SHOWN_FIGURES = 2;

/** The verdicts of the shortlist: a line a model and area, with what they rest on. */
export function verdictTable({ shortlist }: Advice, texts: Texts): string {
  const { columns } = texts;
  return formatColumns(
    [
      { title: columns.model },
      { title: columns.area },
      { title: columns.verdict },
      { title: columns.difference, align: 'right' },
      { title: columns.bounds, align: 'right' },
      { title: columns.documents, align: 'right' },
      { title: columns.source },
    ],
    shortlist.flatMap(({ name, verdicts }) =>
      verdicts.map((verdict) => [name, texts.areas[verdict.area], ...verdictCells(verdict, texts)]),
    ),
  );
}

function verdictCells(verdict: AreaVerdict, texts: Texts): readonly string[] {
  const { outcomes, because } = texts;
  switch (verdict.kind) {
    case 'measured': {
      const { outcome, difference, bounds, documents, benchmarks, notShared } = verdict;
      const runs = benchmarks.map((one) => texts.runs(one.task, one.candidateRun, one.referenceRun));
      const missing = notShared.length > 0 ? [texts.notShared(notShared)] : [];
      const range = `${signed(bounds.lower)} … ${signed(bounds.upper)}`;
      return [outcomes[outcome], signed(difference), range, formatCount(documents), joined([...runs, ...missing])];
    }
    case 'published-figures-only': {
      const figures = verdict.published
        .slice(0, SHOWN_FIGURES)
        .map((one) => texts.figure(one.benchmark, String(one.candidate), String(one.reference), one.source));
      const rest = verdict.published.length - figures.length;
      const more = rest > 0 ? [texts.more(rest)] : [];
      return [outcomes[verdict.kind], '–', '–', '–', joined([because[verdict.because], ...figures, ...more])];
    }
    case 'not-measured':
      return [outcomes[verdict.kind], '–', '–', '–', because[verdict.because]];
    default:
      return verdict satisfies never;
  }
}

function joined(parts: readonly string[]): string {
  return parts.join('; ');
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
}
