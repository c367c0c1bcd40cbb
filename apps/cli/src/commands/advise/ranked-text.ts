import type { Advice, RankedModel } from '@understudy/advise';
import type { Messages } from '../../messages/messages.js';
import { formatColumns } from '../../terminal/columns.js';
import { formatCount } from '../../terminal/format-count.js';
import { formatGibibytes } from './format-gibibytes.js';

type Texts = Messages['advise'];

/** The shortlist: a line a model, its weighted score, the areas, and what it takes to run. */
export function shortlistTable({ shortlist, areas, needs }: Advice, { columns, hosted, areas: names }: Texts): string {
  const measured = areas.filter(({ benchmarks }) => benchmarks.length > 0).map(({ area }) => area);
  const hasSpeed = needs.bandwidth !== undefined;
  const hasCost = shortlist.some(({ cost }) => cost !== null);
  return formatColumns(
    [
      { title: columns.rank, align: 'right' },
      { title: columns.model },
      { title: columns.score, align: 'right' },
      ...measured.map((area) => ({ title: names[area], align: 'right' as const })),
      { title: columns.memory, align: 'right' },
      ...(hasSpeed ? [{ title: columns.speed, align: 'right' as const }] : []),
      ...(hasCost ? [{ title: columns.cost, align: 'right' as const }] : []),
    ],
    shortlist.map((model) => [
      model.rank === null ? '–' : String(model.rank),
      model.name,
      withInterval(model.score),
      ...measured.map((area) => withInterval(model.areas.find((score) => score.area === area))),
      memoryText(model, hosted),
      ...(hasSpeed ? [model.footprint?.tokensPerSecond?.toPrecision(2) ?? '–'] : []),
      ...(hasCost ? [model.cost === null ? '–' : String(model.cost)] : []),
    ]),
  );
}

/** What the scores of the shortlist stand on: a line a number, with the run that has its samples. */
export function numbersTable({ shortlist, areas }: Advice, { columns }: Texts): string {
  const tasks = new Map(areas.flatMap(({ benchmarks }) => benchmarks.map(({ column, task }) => [column, task])));
  const rows = shortlist.flatMap(({ name, areas: scores }) => {
    const cells = new Map(scores.flatMap(({ parts }) => parts.map(({ cell }) => [cell.column, cell])));
    return [...cells.values()].map(({ column, value, lower, upper, count, runId }) => {
      const interval = lower === null || upper === null ? undefined : { lower, upper };
      const shown = interval === undefined ? value.toFixed(3) : withInterval({ estimate: value, interval });
      return [name, tasks.get(column) ?? column, shown, formatCount(count), runId];
    });
  });
  return formatColumns(
    [
      { title: columns.model },
      { title: columns.task },
      { title: columns.value, align: 'right' },
      { title: columns.documents, align: 'right' },
      { title: columns.run },
    ],
    rows,
  );
}

/** Why a measured model is not on the shortlist. */
export function othersTable({ others, shortlist }: Advice, texts: Texts): string {
  const names = new Map([...others, ...shortlist].map(({ id, name }) => [id, name]));
  return formatColumns(
    [{ title: texts.columns.model }, { title: texts.columns.score, align: 'right' }, { title: '' }],
    others.map((model) => [model.name, withInterval(model.score), placeText(model, names, texts)]),
  );
}

function placeText({ pareto, score }: RankedModel, names: ReadonlyMap<string, string>, texts: Texts): string {
  if (!pareto.isOnFront) return texts.dominatedBy(pareto.dominatedBy.map((id) => names.get(id) ?? id));
  return score.coverage < 1 ? texts.incomplete(`${Math.round(100 * score.coverage)}%`) : texts.furtherDown;
}

function withInterval(
  score:
    | { readonly estimate: number; readonly interval: { readonly lower: number; readonly upper: number } }
    | undefined,
): string {
  if (score === undefined) return '–';
  const { lower, upper } = score.interval;
  return `${score.estimate.toFixed(3)} (${lower.toFixed(3)} – ${upper.toFixed(3)})`;
}

function memoryText({ footprint, cost }: RankedModel, hosted: string): string {
  if (footprint === null) return cost === null ? '–' : hosted;
  return `${formatGibibytes(footprint.bytes)} ${footprint.quantization}`;
}
