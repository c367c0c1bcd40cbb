import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { DataError, UserError } from '@understudy/core';
import type { Answer, Question } from '@understudy/store';
import { z } from 'zod';

const name = z.union([z.string().min(1), z.number().transform(String)]);

/** A line of FastChat's `model_answer` files. */
const fastChatAnswer = z.looseObject({
  question_id: name,
  model_id: name.optional(),
  choices: z.array(z.looseObject({ turns: z.array(z.string()) })).min(1),
});

/** An entry of AlpacaEval's `model_outputs.json`. */
const alpacaOutput = z.looseObject({ instruction: z.string(), output: z.string(), generator: name });

type Draft = Pick<Answer, 'versionId' | 'sample' | 'turns'> & { readonly question: Question | undefined };

/**
 * Reads a file of answers: FastChat's `model_answer` (JSON lines; the model is the file's name where a line names none) or AlpacaEval's
 * outputs (a JSON list). Answers to other questions are left out. Throws `DataError` `answer-file-malformed` with the line.
 */
export async function readAnswerFile(path: string, questions: readonly Question[]): Promise<readonly Answer[]> {
  const text = await readText(path);
  const drafts = text.trimStart().startsWith('[') ? readList(text, path, questions) : readLines(text, path, questions);
  return drafts.flatMap(({ question, versionId, sample, turns }) =>
    question === undefined
      ? []
      : [
          {
            id: `${question.id}/${versionId}/${sample}`,
            questionId: question.id,
            versionId,
            sample,
            turns,
            tokens: null,
            finishReason: null,
            latencyMs: null,
            cost: null,
            identityLeak: false,
          },
        ],
  );
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new UserError({
      code: 'answer-file-unreadable',
      message: `Could not read ${path}.`,
      hint: 'Give the path of a file of answers.',
      values: { path },
      cause,
    });
  }
}

function readLines(text: string, path: string, questions: readonly Question[]): readonly Draft[] {
  const byId = new Map(questions.map((question) => [question.id.slice(question.setId.length + 1), question]));
  const fileModel = basename(path, extname(path));
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = fastChatAnswer.safeParse(parseJson(line));
    if (!parsed.success) throw malformed(`${path}:${index + 1}`, z.prettifyError(parsed.error));
    const { question_id: id, model_id: versionId = fileModel, choices } = parsed.data;
    return choices.map(({ turns }, sample) => ({ question: byId.get(id), versionId, sample, turns }));
  });
}

function readList(text: string, path: string, questions: readonly Question[]): readonly Draft[] {
  const byText = new Map(questions.map((question) => [question.turns[0], question]));
  const parsed = z.array(alpacaOutput).safeParse(parseJson(text));
  if (!parsed.success) throw malformed(path, z.prettifyError(parsed.error));
  return parsed.data.map(({ instruction, output, generator }) => ({
    question: byText.get(instruction),
    versionId: generator,
    sample: 0,
    turns: [output],
  }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function malformed(place: string, problem: string): DataError {
  return new DataError({
    code: 'answer-file-malformed',
    message: `Could not read answers from ${place}: ${problem}`,
    hint: 'A file of answers is FastChat’s model_answer (question_id, choices with turns) or AlpacaEval’s outputs (instruction, output, generator).',
    values: { place },
  });
}
