import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openDataset } from '@understudy/datasets';
import { openTaskLibrary } from '../registry/task-library.js';
import { openTask } from '../task/open-task.js';
import type { TaskDocument } from '../task/task-document.js';
import type { Task } from '../task/task.js';

/** Real rows, not part of the repository; read from disk as folders. */
const MIRROR = fileURLToPath(new URL('../../../../../shared/hub/datasets', import.meta.url));
const library = openTaskLibrary();

async function open(name: string, isMirrored: boolean): Promise<Task> {
  const { tasks } = await (await library).select([name]);
  const [definition] = tasks;
  if (definition === undefined) throw new Error(`no task ${name}`);
  return openTask(definition, {
    openDataset: (request) => openDataset(isMirrored ? { ...request, path: `${MIRROR}/${request.path}` } : request),
    numFewshot: 0,
    fewshotSeed: 1234,
  });
}

async function documentsOf(task: Task, limit: number): Promise<readonly TaskDocument[]> {
  const documents: TaskDocument[] = [];
  for await (const document of task.documents({ limit })) documents.push(document);
  return documents;
}

const promptOf = ({ requests: [request] }: TaskDocument): string =>
  request?.kind === 'generate' ? request.context : '';

/** The options as the prompt shows them, by letter. */
function optionsOf(document: TaskDocument): ReadonlyMap<string, string> {
  const [, question = ''] = /\n\n([^]*)\nAnswer:$/.exec(promptOf(document)) ?? [];
  const blocks = question.split(/\n(?=[A-Z]\. )/).slice(1);
  return new Map(blocks.map((block) => [block.charAt(0), block.slice(3)]));
}

/** What the log-likelihood form holds for right: the texts or letters of its right continuations, or the end of the right context. */
function isRight({ target, requests }: TaskDocument, letter: string, text: string): boolean {
  const right = typeof target === 'number' ? requests[target] : undefined;
  if (right?.kind !== 'loglikelihood') return String(target) === text;
  const continuation = right.continuation.trim();
  return continuation === letter || continuation === text.trim();
}

function score(task: Task, document: TaskDocument, answer: string) {
  const { perFilter, noAnswer } = task.score(document, [answer]);
  return { accuracy: perFilter[0]?.metrics['extracted_acc'], noAnswer };
}

async function checkForm(name: string, isMirrored: boolean): Promise<void> {
  const [asked, generated] = await Promise.all([open(name, isMirrored), open(`${name}_generate`, isMirrored)]);
  expect(generated.higherIsBetter).toEqual({ extracted_acc: true });
  const documents = await documentsOf(generated, 40);
  const originals = await documentsOf(asked, 40);
  expect(documents.length).toBe(originals.length);
  for (const [index, document] of documents.entries()) {
    const options = optionsOf(document);
    const letters = [document.target]
      .flat()
      .map((target) => (typeof target === 'number' ? [...options.keys()][target]! : String(target)));
    expect(options.size).toBeGreaterThanOrEqual(2);
    for (const [letter, text] of options) {
      const isIt = letters.includes(letter);
      if (!name.includes('winogrande') && !name.includes('mc2')) {
        expect({ index, letter, isIt: isRight(originals[index]!, letter, text) }).toEqual({ index, letter, isIt });
      }
      expect({ index, letter, ...score(generated, document, `The answer is (${letter}).`) }).toEqual({
        index,
        letter,
        accuracy: Number(isIt),
        noAnswer: false,
      });
    }
    expect(score(generated, document, 'I do not know.')).toEqual({ accuracy: 0, noAnswer: true });
  }
}

const QUICK = [
  'arc_easy',
  'arc_challenge',
  'hellaswag',
  'piqa',
  'winogrande',
  'boolq',
  'truthfulqa_mc1',
  'mmlu_marketing',
  'mmlu_sociology',
];
const MIRRORED = ['race', 'medqa_4options', 'medmcqa', 'pubmedqa', 'openbookqa', 'truthfulqa_mc2'];

describe('a form that generates its answer', () => {
  it.each(QUICK)('shows the options of %s, and counts the same one as right', (name) =>
    checkForm(`quick_${name}`, false),
  );

  it.skipIf(!existsSync(MIRROR)).each(MIRRORED)(
    'shows the options of %s, and counts the same one as right (skipped without ../shared/hub)',
    (name) => checkForm(name, true),
  );

  it('exists for every multiple-choice task, with a metric of its own', async () => {
    const opened = await library;
    const names = opened.list().flatMap(({ kind, name }) => (kind === 'task' ? [name] : []));
    const { tasks } = await opened.select(names);
    const choices = tasks.filter(({ config }) => config.output_type === 'multiple_choice').map(({ name }) => name);
    expect(choices.length).toBeGreaterThan(70);
    expect(choices.filter((name) => !names.includes(`${name}_generate`))).toEqual([]);
    const forms = tasks.filter(({ name }) => name.endsWith('_generate'));
    expect(forms.filter(({ config }) => config.metric_list?.some(({ metric }) => metric !== 'extracted_acc'))).toEqual(
      [],
    );
  });

  it('asks like this', async () => {
    const [first] = await documentsOf(await open('quick_arc_easy_generate', false), 1);
    expect(promptOf(first!)).toMatchInlineSnapshot(`
      "Answer the following multiple choice question with the letter of the right option alone.

      Question: While on a movie set, a stuntman jumps off the roof of a building. As he falls toward an airbag, what is increasing?
      A. gravity
      B. wind velocity
      C. kinetic energy
      D. potential energy
      Answer:"
    `);
    const [blank] = await documentsOf(await open('quick_winogrande_generate', false), 1);
    expect(promptOf(blank!)).toMatchInlineSnapshot(`
      "Answer the following multiple choice question with the letter of the right option alone.

      Question: What does the blank (_) stand for?
      I had to read an entire story for class tomorrow. Luckily, the _ was canceled.
      A. story
      B. class
      Answer:"
    `);
    const [scene] = await documentsOf(await open('quick_hellaswag_generate', false), 1);
    expect(promptOf(scene!)).toMatchInlineSnapshot(`
      "Answer the following multiple choice question with the letter of the right option alone.

      Question: How does this go on?
      Having an ice cream: The family enjoys eating the desert together. The people in the restaurant laugh at the man and he wonders what they are doing. The man …
      A. goes to the bathroom and isn't able to get very far.
      B. puts the glass aside and a fourth person walks in and walks away.
      C. plays the bagpipe and smiles and laughs as he enjoys the hospitality.
      D. gets up and walks away to the other room.
      Answer:"
    `);
  });

  it('puts the right answer of TruthfulQA, which its data set has first, at every place', async () => {
    const documents = await documentsOf(await open('quick_truthfulqa_mc1_generate', false), 60);
    const letters = new Set(documents.map(({ target }) => target));
    expect([...letters].toSorted().slice(0, 4)).toEqual(['A', 'B', 'C', 'D']);
  });

  it('answers its examples with letters', async () => {
    const { tasks } = await (await library).select(['quick_mmlu_marketing_generate']);
    const task = await openTask(tasks[0]!, { openDataset, fewshotSeed: 1234 });
    const [first] = await documentsOf(task, 1);
    expect(promptOf(first!).match(/\nAnswer: [A-D]\n\n/g)).toHaveLength(5);
  });
});
