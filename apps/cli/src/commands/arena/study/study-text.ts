import type { CountRange, PlanBalance } from '@understudy/arena';
import type { Study } from '@understudy/store';
import type { Messages } from '../../../messages/messages.js';
import { formatFields } from '../../../terminal/fields.js';
import { formatCount } from '../../../terminal/format-count.js';
import type { StudyPower } from './power.js';

/** Where a study stands. */
export type StudyState = 'planned' | 'open' | 'closed' | 'imported';

/** Where a study stands. */
export function studyState({ mode, openedAt, closedAt }: Study): StudyState {
  if (closedAt !== null) return 'closed';
  if (mode === 'imported') return 'imported';
  return openedAt === null ? 'planned' : 'open';
}

/** A study's own facts. */
export function studyFields(study: Study, { arena: { study: texts } }: Messages): string {
  const { fields, state } = texts;
  const { design, versionIds } = study;
  return formatFields([
    [fields.study, study.id],
    [fields.title, study.title],
    [fields.state, state[studyState(study)]],
    [fields.questions, study.questionSetId ?? undefined],
    [
      fields.models,
      `${formatCount(versionIds.length)}: ${versionIds.slice(0, 8).join(', ')}${versionIds.length > 8 ? ', …' : ''}`,
    ],
    [fields.design, study.mode === 'study' ? texts.design(design) : undefined],
    [fields.code, study.completionCode ?? undefined],
  ]);
}

function shown({ min, max }: CountRange): string {
  return min === max ? formatCount(min) : `${formatCount(min)}–${formatCount(max)}`;
}

/** How even a plan is. */
export function balanceFields(balance: PlanBalance, { arena: { study: texts } }: Messages): string {
  const { balance: fields } = texts;
  return formatFields([
    [fields.items, texts.items(formatCount(balance.items), formatCount(balance.votes))],
    [fields.overlap, formatCount(balance.overlapItems)],
    [fields.known, texts.known(formatCount(balance.trainingItems), formatCount(balance.goldItems))],
    [fields.perPair, shown(balance.perPair)],
    [fields.perQuestion, shown(balance.perQuestion)],
    [fields.perModel, shown(balance.perModel)],
    [fields.perModelInQuestion, texts.spread(shown(balance.perModelInQuestion), formatCount(balance.spreadInQuestion))],
  ]);
}

/** What the plan's votes can show. */
export function powerLines(power: StudyPower, { arena: { study: texts } }: Messages): readonly string[] {
  const { halfWidth, clusteredHalfWidth, votes, nonInferiority, votesPerPair } = power;
  const perPair = votesPerPair >= 10 ? formatCount(Math.round(votesPerPair)) : votesPerPair.toFixed(1);
  return [
    texts.power.precision({
      votes: formatCount(votes),
      halfWidth: halfWidth.toFixed(0),
      clustered: clusteredHalfWidth.toFixed(0),
    }),
    ...nonInferiority.map(({ margin, votesOnPair, isReached }) =>
      texts.power.nonInferiority({
        margin: String(margin),
        votes: formatCount(votesOnPair),
        perPair,
        isReached,
      }),
    ),
  ];
}
