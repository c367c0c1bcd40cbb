import { DataError } from '@understudy/core';
import type { PythonValue } from '../python/python-value.js';
import { joinDelimited, needsDelimiter, type Message } from './message.js';

/** A question with what may follow it. */
export interface Turn {
  readonly question: PythonValue;
  readonly choices: readonly string[] | undefined;
  /** The right answer of an example; undefined for the question that is asked. */
  readonly answer: PythonValue | undefined;
  /** The beginning of each answer; empty: none. */
  readonly genPrefix: string;
  readonly targetDelimiter: string;
  readonly fewshotDelimiter: string;
}

function wrongType(what: string, found: PythonValue): DataError {
  return new DataError({
    code: 'task-text-expected',
    message: `A prompt cannot be made of a document: ${what} must be a text; found ${JSON.stringify(found)?.slice(0, 80)}.`,
    hint: 'Check doc_to_text, doc_to_target and doc_to_choice of the task.',
    values: { found },
  });
}

/** The text of an answer: of an index the choice (counted from the end if negative), of a list the first. */
function answerText(answer: PythonValue, choices: readonly string[] | undefined): string {
  let text: PythonValue | undefined = answer;
  if (choices !== undefined && choices.length > 0 && (typeof answer === 'number' || typeof answer === 'boolean')) {
    text = choices.at(Number(answer));
  } else if (Array.isArray(answer)) {
    text = (answer as readonly PythonValue[])[0];
  }
  if (typeof text !== 'string') throw wrongType("an example's answer", text ?? null);
  return text;
}

/**
 * The messages of a turn (lm-evaluation-harness, `build_qa_turn`): the question, then the answer or the beginning of one.
 * An answer that is an empty text is left out together with both delimiters.
 */
export function buildTurn(turn: Turn): readonly Message[] {
  const { question, answer, genPrefix, targetDelimiter } = turn;
  if (typeof question !== 'string') throw wrongType('the question', question);
  const hasAnswer = answer !== undefined && answer !== null && answer !== '';
  const joinsAnswer = hasAnswer && genPrefix === '';
  const joinsPrefix = genPrefix !== '' && needsDelimiter(question, genPrefix);
  const user: Message = {
    role: 'user',
    content: question,
    delimiter: joinsAnswer || joinsPrefix ? targetDelimiter : '',
  };
  if (hasAnswer) {
    const content = joinDelimited(genPrefix, answerText(answer, turn.choices), ' ');
    return [user, { role: 'assistant', content, delimiter: turn.fewshotDelimiter }];
  }
  return genPrefix === '' ? [user] : [user, { role: 'assistant', content: genPrefix, delimiter: '' }];
}
