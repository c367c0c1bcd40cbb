import type { Advice, LeftOutModel, NextMeasurement } from '@understudy/advise';
import type { Messages } from '../../messages/messages.js';
import { formatColumns } from '../../terminal/columns.js';
import { formatCount } from '../../terminal/format-count.js';
import { formatDuration } from '../../terminal/format-duration.js';
import { answerText } from './answer-text.js';
import { numbersTable, othersTable, shortlistTable } from './ranked-text.js';
import { verdictTable } from './verdict-text.js';
import { nextStudyText, votesTable } from './votes-text.js';
import { weakSpotTexts } from './weak-spot-text.js';

type Texts = Messages['advise'];

/** Models shown of a list that may have hundreds; `--json` has all. */
const SHOWN_MODELS = 5;

/** An advice as one reads it: the answer first, then what it rests on, its weak spots, and what would settle the rest. */
export function adviceText(advice: Advice, texts: Texts): string {
  const { headings } = texts;
  const { shortlist, others, publishedOnly, excluded, notKnown, next, needs, reference, votes } = advice;
  const verdicts = headings.verdicts(reference.name, String(needs.margin), String(needs.confidence));
  const voted = texts.votes.heading(reference.name, String(votes.margin), String(votes.confidence));
  const steps = [...next.map((one) => nextText(one, texts)), ...nextStudyText(advice, texts)];
  return [
    answerText(advice, texts),
    ...section(headings.shortlist, shortlist, () => shortlistTable(advice, texts)),
    ...section(verdicts, shortlist, () => verdictTable(advice, texts)),
    ...section(voted, votes.pairs, () => votesTable(advice, texts)),
    ...section(headings.weakSpots, shortlist, () => weakSpotLines(advice, texts)),
    ...section(headings.next, steps, () => steps.join('\n')),
    ...section(headings.numbers, shortlist, () => numbersTable(advice, texts)),
    ...section(headings.dominated, others, () => othersTable(advice, texts)),
    ...section(headings.published, publishedOnly, () => publishedTable(advice, texts)),
    ...section(headings.excluded, excluded, () => leftOutTable(excluded, texts)),
    ...section(headings.notKnown, notKnown, () => leftOutTable(notKnown, texts)),
  ].join('\n\n');
}

function section(title: string, items: readonly unknown[], body: () => string): readonly string[] {
  return items.length === 0 ? [] : [`${title}\n${body()}`];
}

function weakSpotLines({ shortlist }: Advice, texts: Texts): string {
  return shortlist
    .flatMap(({ name, weakSpots }) => [
      name,
      ...weakSpots.flatMap((spot) => weakSpotTexts(spot, texts)).map((line) => `  ${line}`),
    ])
    .join('\n');
}

function nextText(next: NextMeasurement, texts: Texts): string {
  const { area, model, documents, available, commands, seconds, because } = next;
  const parts = [
    texts.next[because],
    ...(because === 'no-task'
      ? []
      : [documents === null ? texts.documentsEndless : texts.documentsNeeded(formatCount(documents))]),
    ...(available !== null && documents !== null && available < documents
      ? [texts.documentsShort(formatCount(available))]
      : []),
    ...(seconds === null ? [] : [texts.time(formatDuration(seconds * 1000))]),
  ];
  const head = `${model === null ? texts.areas[area] : `${texts.areas[area]}${texts.separator}${model}`}: ${parts.join('; ')}`;
  return [head, ...commands.map((command) => `  ${command}`)].join('\n');
}

function publishedTable({ publishedOnly }: Advice, texts: Texts): string {
  const { columns } = texts;
  const rows = publishedOnly.slice(0, SHOWN_MODELS).map(({ name, standing: { ratio, coverage, comparisons } }) => {
    const sources = [...new Set(comparisons.map(({ source }) => source))];
    return [name, ratio.toFixed(2), `${Math.round(100 * coverage)}%`, sources.slice(0, 2).join('; ')];
  });
  const table = formatColumns(
    [
      { title: columns.model },
      { title: columns.ratio, align: 'right' },
      { title: columns.coverage, align: 'right' },
      { title: columns.source },
    ],
    rows,
  );
  return withRest(table, publishedOnly.length - rows.length, texts);
}

/** By need: how many models, and some of them. */
function leftOutTable(models: readonly LeftOutModel[], texts: Texts): string {
  const byNeed = new Map<string, string[]>();
  for (const { id, findings } of models) {
    for (const { need } of findings) byNeed.set(texts.needs[need], [...(byNeed.get(texts.needs[need]) ?? []), id]);
  }
  return formatColumns(
    [{ title: texts.columns.need }, { title: texts.columns.models, align: 'right' }, { title: '' }],
    [...byNeed].map(([need, ids]) => [need, String(ids.length), someOf(ids)]),
  );
}

function someOf(ids: readonly string[]): string {
  return ids.length <= SHOWN_MODELS ? ids.join(', ') : `${ids.slice(0, SHOWN_MODELS).join(', ')} …`;
}

function withRest(text: string, rest: number, texts: Texts): string {
  return rest > 0 ? `${text}\n${texts.more(rest)}` : text;
}
