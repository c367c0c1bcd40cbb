import type { Question } from '@understudy/store';
import type { VerdictForm } from '../verdicts/verdict-form.js';
import type { JudgePrompt } from './judge-prompt.js';
import { delimitMaterial, type MaterialPart } from './material.js';

/** What a judge is asked about: the conversation up to and with a turn. */
export interface JudgedMaterial {
  readonly question: Pick<Question, 'turns' | 'reference' | 'referenceChecked'>;
  /** From 1. */
  readonly turn: number;
  /** The answers' turns in the order shown; one for `single`, two otherwise. */
  readonly answers: readonly (readonly string[])[];
  readonly form: VerdictForm;
  /** False: references are never shown. */
  readonly useReference: boolean;
}

/**
 * The one message that a judge gets: instruction, material between markers, how to write the verdict. It is one message of the user and not
 * a system message with another, because some chat templates have no place for a system message, and the criteria must not be lost there.
 */
export function judgeMessage(prompt: JudgePrompt, material: JudgedMaterial): string {
  const { question, turn, form } = material;
  const references = checkedReferences(material);
  const instruction = [
    prompt.instruction,
    ...(references.length > 0 ? [prompt.reference] : []),
    ...(turn > 1 ? [prompt.conversation] : []),
  ];
  const parts = turn === 1 ? oneTurn(material) : manyTurns(material);
  const shown: readonly MaterialPart[] =
    turn === 1 ? [partOf('QUESTION', question.turns[0]), ...references, ...parts] : [...references, ...parts];
  const verdict = prompt.verdict[form] ?? prompt.verdict.text;
  return [...instruction, delimitMaterial(shown), verdict].join('\n\n');
}

/** A reference is shown as truth only where a person has checked it. */
function checkedReferences({ question, turn, useReference }: JudgedMaterial): readonly MaterialPart[] {
  const { reference, referenceChecked } = question;
  if (!useReference || !referenceChecked || reference === null) return [];
  return reference
    .slice(0, turn)
    .map((text, index) => partOf(turn === 1 ? 'REFERENCE' : `REFERENCE FOR MESSAGE ${index + 1}`, text));
}

function oneTurn({ answers }: JudgedMaterial): readonly MaterialPart[] {
  return answers.map(([text], place) => partOf(answerName(place, answers.length), text));
}

/** Each conversation as a whole, one behind the other, as Zheng et al. (2023, §3.5) found to be the better way. */
function manyTurns({ question, turn, answers }: JudgedMaterial): readonly MaterialPart[] {
  return answers.flatMap((texts, place) =>
    question.turns.slice(0, turn).flatMap((message, index) => {
      const suffix = answers.length === 1 ? '' : ` TO ${letter(place)}`;
      return [
        partOf(`MESSAGE ${index + 1}${suffix}`, message),
        partOf(`${answerName(place, answers.length)} TO MESSAGE ${index + 1}`, texts[index]),
      ];
    }),
  );
}

function partOf(heading: string, text = ''): MaterialPart {
  return { heading, text };
}

function answerName(place: number, count: number): string {
  return count === 1 ? 'ANSWER' : `ANSWER ${letter(place)}`;
}

function letter(place: number): string {
  return place === 0 ? 'A' : 'B';
}
