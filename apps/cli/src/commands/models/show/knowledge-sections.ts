import type { ModelKnowledge, PublishedScore } from '@understudy/catalog';
import type { Messages } from '../../../messages/messages.js';
import type { SourceNotes } from './source-notes.js';

/** Scores that are printed where not all are asked for. */
const FIRST_SCORES = 12;

/** What the catalog knows of a model beside its card, a section each: a heading and its lines. */
export function knowledgeSections(
  { obligations, claims, contaminations, scores }: ModelKnowledge,
  { models, knowledge: texts }: Messages,
  { notes, allScores }: { readonly notes: SourceNotes; readonly allScores: boolean },
): readonly (readonly string[])[] {
  const use = texts.obligations(models.commercialUses[obligations.commercialUse], obligations.decidedBy.join(', '));
  const conditions = obligations.obligations.map(
    ({ condition: { kind, text }, licence, from }) => `${texts.conditions[kind]}: ${text} (${licence}, ${from})`,
  );
  const teacher = obligations.teacher === null ? [] : [`${texts.teacherTerms} ${obligations.teacher}`];
  const claimed = claims.map(({ id, claim, check, checkNote, sources }) => {
    const note = checkNote === null ? '' : ` (${checkNote})`;
    return notes.mark(`${id}: ${claim} – ${texts.checks[check]}${note}`, sources);
  });
  const found = contaminations.map(({ benchmark, finding, statement, sources }) =>
    notes.mark(`${benchmark}, ${texts.findings[finding]}: ${statement}`, sources),
  );
  return [
    [use, ...conditions, ...teacher],
    ...(claimed.length === 0 ? [] : [[texts.claims, ...claimed]]),
    [texts.contamination, ...(found.length === 0 ? [texts.notChecked] : found)],
    ...(scores.length === 0 ? [] : [[texts.scores, ...scoreLines(scores, { texts, notes, allScores })]]),
  ];
}

function scoreLines(
  scores: readonly PublishedScore[],
  options: { readonly texts: Messages['knowledge']; readonly notes: SourceNotes; readonly allScores: boolean },
): readonly string[] {
  const { texts, notes, allScores } = options;
  const shown = allScores ? scores : scores.slice(0, FIRST_SCORES);
  const lines = shown.map(({ benchmark, setting, metric, value, note, source }) => {
    const asked = [setting, metric].filter((part) => part !== null).join(', ');
    const remark = note === null ? '' : ` – ${note}`;
    return notes.mark(`${benchmark}${asked === '' ? '' : ` (${asked})`}: ${value}${remark}`, [source]);
  });
  const rest = scores.length - shown.length;
  return rest === 0 ? lines : [...lines, texts.moreScores(rest)];
}
