import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { readQuestions } from './read-questions.js';

const folder = mkdtempSync(join(tmpdir(), 'understudy-questions-'));
afterAll(() => rmSync(folder, { recursive: true }));
const shared = fileURLToPath(new URL('../../../../../shared/arena-data/', import.meta.url));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const YAML = `version: 1
id: mine
title: My questions
source: my desk
language: de
questions:
  - id: one
    aspect: writing
    turns: Schreib etwas.
  - id: 2
    aspect: maths
    language: en
    turns: [How much is 2 + 3?, And 4?]
    reference: ['5', '9']
    reference_checked: true
`;

describe('a question set', () => {
  it('is read from YAML', async () => {
    expect(await readQuestions(file('mine.yaml', YAML))).toEqual({
      set: { id: 'mine', title: 'My questions', source: 'my desk', licence: null },
      questions: [
        {
          id: 'mine/one',
          setId: 'mine',
          aspect: 'writing',
          language: 'de',
          turns: ['Schreib etwas.'],
          reference: null,
          referenceChecked: false,
        },
        {
          id: 'mine/2',
          setId: 'mine',
          aspect: 'maths',
          language: 'en',
          turns: ['How much is 2 + 3?', 'And 4?'],
          reference: ['5', '9'],
          referenceChecked: true,
        },
      ],
    });
  });

  it('is read from JSON lines, named by the file or by whoever reads it', async () => {
    const path = file(
      'some set.jsonl',
      '{"id": "a", "aspect": "x", "turns": ["Hi"]}\n\n{"id": "b", "aspect": "y", "turns": "Ho", "language": "zh"}\n',
    );
    const { set, questions } = await readQuestions(path);
    expect(set).toEqual({ id: 'some-set', title: 'some-set', source: 'some set.jsonl', licence: null });
    expect(questions.map(({ id, language }) => [id, language])).toEqual([
      ['some-set/a', 'en'],
      ['some-set/b', 'zh'],
    ]);
    const renamed = await readQuestions(path, { id: 'other', title: 'Other', licence: 'CC0-1.0', language: 'fr' });
    expect(renamed.set).toMatchObject({ id: 'other', title: 'Other', licence: 'CC0-1.0' });
    expect(renamed.questions[0]).toMatchObject({ id: 'other/a', language: 'fr' });
  });

  it('of FastChat has unchecked references', async () => {
    const path = file('question.jsonl', '{"question_id": 7, "category": "math", "turns": ["1 + 1?"]}\n');
    const references = file(
      'reference.jsonl',
      '{"question_id": 7, "model_id": "gpt-4", "choices": [{"index": 0, "turns": ["2"]}]}\n',
    );
    const { questions } = await readQuestions(path, { references });
    expect(questions).toMatchObject([{ id: 'question/7', aspect: 'math', reference: ['2'], referenceChecked: false }]);
  });

  it.each([
    ['a.yaml', YAML.replace('turns: Schreib etwas.', 'turn: x'), /a\.yaml:7: /],
    ['b.yaml', YAML.replace("['5', '9']", "['5']"), /b\.yaml:14: .*as many references as turns/],
    ['c.yaml', YAML.replace('version: 1', 'version: 2'), /c\.yaml:1: version/],
    ['d.yaml', YAML.replace('id: 2', 'id: one'), /d\.yaml:10: the id one is there twice/],
    ['e.yaml', `${YAML}\n  - {`, /e\.yaml:\d+: /],
    ['f.jsonl', '{"id": "a", "aspect": "x", "turns": ["Hi"]}\n{"id": "b"}\n', /f\.jsonl:2: aspect/],
    ['g.jsonl', '{"question_id": 1, "category": "x", "turns": []}\n', /g\.jsonl:1: turns/],
    ['h.jsonl', '\n', /it has no questions/],
    ['i.jsonl', '{"id": "a", "aspect": "x", "turns": ["Hi"]}\n{"id":\n', /i\.jsonl:2: /],
  ])('that is wrong is refused with its line: %s', async (name, text, message) => {
    await expect(readQuestions(file(name, text))).rejects.toMatchObject({
      code: 'question-file-malformed',
      message: expect.stringMatching(message),
    });
  });

  it('that is not there is the user’s to mend', async () => {
    await expect(readQuestions(join(folder, 'none.yaml'))).rejects.toMatchObject({ code: 'question-file-unreadable' });
    await expect(readQuestions(join(folder, 'none.jsonl'))).rejects.toMatchObject({ code: 'question-file-unreadable' });
  });
});

describe.skipIf(!existsSync(shared))('the published sets (skipped: ../shared/arena-data is not here)', () => {
  it('MT-Bench is known by its questions, and its thirteen wrong references are unchecked', async () => {
    const { set, questions } = await readQuestions(join(shared, 'mt-bench/question.jsonl'), {
      references: join(shared, 'mt-bench/reference_answer_gpt-4.jsonl'),
    });
    expect(set).toMatchObject({ id: 'mt-bench', licence: 'Apache-2.0' });
    expect(questions).toHaveLength(80);
    expect(new Set(questions.map(({ aspect }) => aspect)).size).toBe(8);
    const withReference = questions.filter(({ reference }) => reference !== null);
    // Thirty of GPT-4, and ten notes that stand in the questions themselves.
    expect(withReference).toHaveLength(40);
    expect(withReference.filter(({ referenceChecked }) => referenceChecked)).toHaveLength(17);
    expect(questions.find(({ id }) => id === 'mt-bench/124')?.referenceChecked).toBe(false);
    expect(questions.find(({ id }) => id === 'mt-bench/101')).toMatchObject({
      referenceChecked: true,
      turns: { length: 2 },
    });
  });

  it('Vicuna has eighty questions of one turn', async () => {
    const { set, questions } = await readQuestions(join(shared, 'mt-bench/vicuna_question.jsonl'), {
      references: join(shared, 'mt-bench/vicuna_reference_answer_gpt-4.jsonl'),
    });
    expect(set.id).toBe('vicuna-bench');
    expect(questions).toHaveLength(80);
    expect(questions.filter(({ reference }) => reference !== null)).toHaveLength(10);
    expect(questions.some(({ referenceChecked }) => referenceChecked)).toBe(false);
  });
});
