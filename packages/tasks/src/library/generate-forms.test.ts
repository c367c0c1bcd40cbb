import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openDataset } from '@understudy/datasets';
import { openTaskLibrary } from '../registry/task-library.js';
import { openTask } from '../task/open-task.js';
import type { PythonValue } from '../python/python-value.js';
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

/** Whether the log-likelihood form, too, holds an option for right; undefined where its requests cannot be told apart by options. */
function isRightBefore({ target, requests }: TaskDocument, letter: string, text: string): boolean | undefined {
  const right = typeof target === 'number' ? requests[target] : undefined;
  if (right?.kind !== 'loglikelihood') return typeof target === 'string' ? target === text : undefined;
  const continuation = right.continuation.trim();
  return continuation === letter || continuation === text.trim();
}

function rightLetters({ target }: TaskDocument, options: ReadonlyMap<string, string>): readonly PythonValue[] {
  const letters = [...options.keys()];
  return [target].flat().map((each) => (typeof each === 'number' ? (letters[each] ?? null) : each));
}

/** What is wrong with a form, document by document; nothing when it is right. */
async function problemsOf(name: string, isMirrored: boolean): Promise<readonly string[]> {
  const [asked, generated] = await Promise.all([open(name, isMirrored), open(`${name}_generate`, isMirrored)]);
  const [originals, documents] = await Promise.all([documentsOf(asked, 40), documentsOf(generated, 40)]);
  const hasOwnContexts = name.includes('winogrande') || name.includes('mc2');
  const score = (document: TaskDocument, answer: string): string => {
    const { perFilter, noAnswer } = generated.score(document, [answer]);
    return `${JSON.stringify(perFilter[0]?.metrics)}${noAnswer ? ' no answer' : ''}`;
  };
  return documents.flatMap((document, index) => {
    const options = optionsOf(document);
    const right = rightLetters(document, options);
    const problems = options.size < 2 || right.length === 0 ? [`${index}: no options, or none is right`] : [];
    for (const [letter, text] of options) {
      const isRight = right.includes(letter);
      const before = hasOwnContexts ? isRight : isRightBefore(originals[index]!, letter, text);
      if (before !== isRight) problems.push(`${index}: ${letter} was ${before}`);
      const scored = score(document, `The answer is (${letter}).`);
      if (scored !== `{"extracted_acc":${Number(isRight)}}`) problems.push(`${index}: ${letter} scores ${scored}`);
    }
    const unanswered = score(document, 'I do not know.');
    if (unanswered !== '{"extracted_acc":0} no answer') problems.push(`${index}: no answer scores ${unanswered}`);
    return problems;
  });
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
  it.each(QUICK)('shows the options of %s, and counts the same one as right', async (name) => {
    expect(await problemsOf(`quick_${name}`, false)).toEqual([]);
  });

  it.skipIf(!existsSync(MIRROR)).each(MIRRORED)(
    'shows the options of %s, and counts the same one as right (skipped without ../shared/hub)',
    async (name) => {
      expect(await problemsOf(name, true)).toEqual([]);
    },
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
    expect(documents.map(({ target }) => target)).toEqual(expect.arrayContaining(['A', 'B', 'C', 'D', 'E']));
  });

  it('answers its examples with letters', async () => {
    const { tasks } = await (await library).select(['quick_mmlu_marketing_generate']);
    const task = await openTask(tasks[0]!, { openDataset, fewshotSeed: 1234 });
    const [first] = await documentsOf(task, 1);
    expect(promptOf(first!).match(/\nAnswer: [A-D]\n\n/g)).toHaveLength(5);
  });
});
