import type { Advice, VoteAssessment, VotedPair, VotesOnAnswer } from '@understudy/advise';
import type { Messages } from '../../messages/messages.js';
import { formatColumns } from '../../terminal/columns.js';
import { formatCount } from '../../terminal/format-count.js';
import { shortList } from '../../terminal/short-list.js';

type Texts = Messages['advise'];

/** Pairs shown of models that are not on the shortlist; `--json` has all. */
const SHOWN_PAIRS = 5;

/** What people's votes say of the models that the answer names: a sentence each. */
export function voteSentences({ votes, answer, reference }: Advice, { votes: texts }: Texts): readonly string[] {
  return votes.ofAnswer.map((said) => sentence(said, { kind: answer.kind, reference: reference.name, texts }));
}

function sentence(
  { model: { name }, outcome, overall }: VotesOnAnswer,
  {
    kind,
    reference,
    texts,
  }: { readonly kind: Advice['answer']['kind']; readonly reference: string; readonly texts: Texts['votes'] },
): string {
  const votes = formatCount(overall.votes);
  const questions = formatCount(overall.questions);
  const said = [name, reference, percent(overall.winRate), votes, questions] as const;
  const isStandIn = kind === 'stand-in';
  switch (outcome) {
    case 'non-inferior':
      return isStandIn ? texts.agree(...said) : texts.standsIn(...said);
    case 'inferior':
      return isStandIn ? texts.contradict(...said) : texts.fallsShort(...said);
    case 'divided':
      return texts.divided(name);
    case 'undecided': {
      const { votesNeeded } = overall;
      return votesNeeded === null
        ? texts.tooFew(name, votes, questions)
        : texts.tooFewWouldDo(name, votes, questions, formatCount(votesNeeded));
    }
    default:
      return outcome satisfies never;
  }
}

/** The votes: a line a model and study, of models that the answer names a line for each aspect too. */
export function votesTable({ votes, shortlist }: Advice, texts: Texts): string {
  const { columns, votes: own } = texts;
  const first = new Set(shortlist.map(({ id }) => id));
  const answered = new Set(votes.ofAnswer.map(({ model }) => model.id));
  const rest = votes.pairs.filter(({ model }) => !first.has(model.id) && !answered.has(model.id));
  const shown = votes.pairs.filter((pair) => !rest.includes(pair) || rest.indexOf(pair) < SHOWN_PAIRS);
  const table = formatColumns(
    [
      { title: columns.model },
      { title: own.columns.aspect },
      { title: columns.verdict },
      { title: own.columns.winRate, align: 'right' },
      { title: columns.bounds, align: 'right' },
      { title: own.columns.votes, align: 'right' },
      { title: own.columns.needed, align: 'right' },
      { title: own.columns.study },
    ],
    shown.flatMap((pair) => [
      rowOf(pair, pair.overall, own),
      ...(answered.has(pair.model.id) ? pair.aspects.map((aspect) => rowOf(pair, aspect, own)) : []),
    ]),
  );
  return [
    table,
    ...(votes.pairs.length > shown.length ? [texts.more(votes.pairs.length - shown.length)] : []),
    ...(votes.unknown.length > 0 ? [own.unknown(shortList(votes.unknown))] : []),
  ].join('\n');
}

function rowOf(
  { model, version, study }: VotedPair,
  { aspect, outcome, winRate, bounds, votes, votesNeeded }: VoteAssessment,
  texts: Texts['votes'],
): readonly string[] {
  const isCalledSo = [model.id, model.name, model.card].some((name) => name?.toLowerCase() === version.toLowerCase());
  const origin = study.mode === 'imported' ? `${study.id}, ${texts.fromFile}` : study.id;
  return [
    isCalledSo ? model.name : texts.calledThere(model.name, version),
    aspect ?? texts.allAspects,
    texts.outcomes[outcome],
    percent(winRate),
    `${percent(bounds.lower)} – ${percent(bounds.upper)}`,
    formatCount(votes),
    votesNeeded === null ? '–' : formatCount(votesNeeded),
    `${study.title} (${origin})`,
  ];
}

/** The line about a study that nobody has made yet, with its commands. */
export function nextStudyText({ votes: { next }, reference }: Advice, { votes: texts }: Texts): readonly string[] {
  if (next === null) return [];
  const head = texts.next(next.model.name, reference.name, formatCount(next.votes));
  return [[head, ...next.commands.map((command) => `  ${command}`)].join('\n')];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
