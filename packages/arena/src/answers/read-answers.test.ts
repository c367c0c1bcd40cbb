import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Question } from '@understudy/store';
import { afterAll, describe, expect, it } from 'vitest';
import { readQuestions } from '../questions/read-questions.js';
import { readAnswers, type ReadAnswer, type ReadAnswersOptions } from './read-answers.js';

const folder = mkdtempSync(join(tmpdir(), 'understudy-answers-'));
afterAll(() => rmSync(folder, { recursive: true }));
const shared = fileURLToPath(new URL('../../../../../shared/arena-data/', import.meta.url));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function question(id: string, turns: readonly string[]): Question {
  return {
    id: `set/${id}`,
    setId: 'set',
    aspect: 'x',
    language: 'en',
    turns,
    reference: null,
    referenceChecked: false,
  };
}

const questions = [question('81', ['Write a poem.', 'Make it shorter.']), question('b', ['Who are you?'])];

async function all(path: string, options: Partial<ReadAnswersOptions> = {}): Promise<readonly ReadAnswer[]> {
  const found: ReadAnswer[] = [];
  for await (const batch of readAnswers(path, { questions, ...options })) found.push(...batch);
  return found;
}

const brief = (answers: readonly ReadAnswer[]) =>
  answers.map(({ answer: { questionId, versionId, sample, turns } }) => [questionId, versionId, sample, turns]);

describe('answers', () => {
  it('are read from FastChat’s files, each choice an answer of its own', async () => {
    const choices = [
      { index: 0, turns: ['Roses', 'Rose'] },
      { index: 1, turns: ['Violets', 'Violet'] },
    ];
    const path = file(
      'gpt-4.jsonl',
      `${JSON.stringify({ question_id: 81, answer_id: 'x', model_id: 'gpt-4', choices, tstamp: 1.5 })}\n`,
    );
    const found = await all(path);
    expect(brief(found)).toEqual([
      ['set/81', 'gpt-4', 0, ['Roses', 'Rose']],
      ['set/81', 'gpt-4', 1, ['Violets', 'Violet']],
    ]);
    expect(found[0]?.version).toMatchObject({ id: 'gpt-4', name: 'gpt-4', spec: null });
    expect(found[0]?.answer.id).toMatch(/^[0-9a-f]{24}$/);
    expect(found[0]?.answer.id).not.toBe(found[1]?.answer.id);
  });

  it('are read from AlpacaEval’s outputs by the text of the instruction, over lines', async () => {
    const path = file(
      'outputs.json',
      JSON.stringify(
        [{ dataset: 'helpful', instruction: 'Who are you?', output: 'I am Claude.', generator: 'claude' }],
        null,
        2,
      ),
    );
    const [found] = await all(path);
    expect(found?.answer).toMatchObject({
      questionId: 'set/b',
      versionId: 'claude',
      turns: ['I am Claude.'],
      identityLeak: true,
    });
  });

  it('are read from LLMFAO’s results with maker and time', async () => {
    const row = {
      id: 0,
      model: 97,
      result: 'Hi.',
      duration: 6837,
      prompt: 'b',
      name: 'Airoboros L2 70B',
      org: 'Jon Durbin',
    };
    const [found] = await all(file('results.jsonl', JSON.stringify(row)));
    expect(found?.version).toMatchObject({ id: 'Airoboros L2 70B', organisation: 'Jon Durbin' });
    expect(found?.answer).toMatchObject({ questionId: 'set/b', latencyMs: 6837, identityLeak: false });
  });

  it('are read from tables, turns in rows of their own, in any order', async () => {
    const csv =
      'question,model,turn,answer,tokens\n81,m,2,"short, er",3\nset/81,n,1,x,\nset/81,n,2,y,\n81,m,1,"long\nlines",9\n';
    const found = await all(file('answers.csv', csv));
    expect(brief(found)).toEqual([
      ['set/81', 'm', 0, ['long\nlines', 'short, er']],
      ['set/81', 'n', 0, ['x', 'y']],
    ]);
  });

  it('are read by other names of columns', async () => {
    const path = file('own.csv', 'prompt_id,llm,text\nb,m,Hello\n');
    const columns = { question: 'prompt_id', model: 'llm', answer: 'text' };
    expect(brief(await all(path, { columns }))).toEqual([['set/b', 'm', 0, ['Hello']]]);
  });

  it.each([
    ['a.csv', 'question,model,answer\nb,m,x\nc,m,x\n', /a\.csv:3: the question "c" is not in the set/],
    ['b.csv', 'question,model,answer\n81,m,x\n', /b\.csv:2: 1 turns where the question set\/81 has 2/],
    ['c.csv', 'question,model,answer\nb,m,x\nb,m,y\n', /c\.csv:3: a second answer of m/],
    [
      'd.csv',
      'question,model,reply\nb,m,x\n',
      /d\.csv:1: its columns \(question, model, reply\) are of no known format/,
    ],
    ['e.csv', 'question,model,turn,answer\n81,m,2,x\n', /e\.csv:2: a turn of this answer is missing/],
    ['f.jsonl', '{"question_id": 81, "model_id": "m", "choices": []}', /f\.jsonl:1: choices/],
    ['g.json', '[\n{"instruction": "Who are you?", "output": 7, "generator": "x"}]', /g\.json:2: output/],
    ['h.csv', '\n', /it has no answers/],
  ])('that are wrong are refused with their line: %s', async (name, text, message) => {
    await expect(all(file(name, text))).rejects.toMatchObject({
      code: 'answer-file-malformed',
      message: expect.stringMatching(message),
    });
  });

  it('to other questions are left out where that is asked for', async () => {
    const path = file('more.csv', 'question,model,answer\nb,m,x\nc,m,x\n');
    expect(await all(path, { skipUnknown: true })).toHaveLength(1);
  });
});

describe('the instructions of AlpacaEval', () => {
  it('are a question set of their own', async () => {
    const outputs = ['One?', 'Two?', 'One?'].map((instruction, row) => ({
      instruction,
      output: 'x',
      generator: `m${row}`,
    }));
    const read = await readQuestions(file('alpaca.json', JSON.stringify(outputs)));
    expect(read.questions.map(({ id, turns }) => [id, ...turns])).toEqual([
      ['alpaca/1', 'One?'],
      ['alpaca/2', 'Two?'],
    ]);
  });
});

describe.skipIf(!existsSync(shared))('LLMFAO (skipped: ../shared/arena-data is not here)', () => {
  it('has 1,133 answers of 70 models to 19 prompts', async () => {
    const read = await readQuestions(join(shared, 'llmfao/prompts.jsonl'), { id: 'llmfao' });
    const found = await all(join(shared, 'llmfao/results.jsonl'), { questions: read.questions });
    expect(read.questions).toHaveLength(19);
    expect(found).toHaveLength(1133);
    expect(new Set(found.map(({ version }) => version.id)).size).toBe(70);
  });
});
