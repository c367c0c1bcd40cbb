import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Advice } from '@understudy/advise';
import { openStore } from '@understudy/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fillScores, QUESTIONS, rightInPercent, type ScriptedScores } from './testing/fill-scores.js';
import { adviceFor, exampleFile, runAdvise } from './testing/run-advise.js';

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'understudy-advise-'));
});

afterEach(() => rm(home, { recursive: true, force: true }));

async function measured(runs: readonly ScriptedScores[]): Promise<void> {
  await using store = await openStore({ path: join(home, 'understudy.db') });
  await fillScores(store, runs);
}

function idsOf(models: readonly { readonly id: string }[]): readonly string[] {
  return models.map(({ id }) => id);
}

function outcomesOf({ shortlist }: Advice, id: string): readonly string[] {
  const verdicts = shortlist.find((model) => model.id === id)?.verdicts ?? [];
  return verdicts.map((verdict) => (verdict.kind === 'measured' ? verdict.outcome : verdict.kind));
}

const maths = (
  model: string,
  percent: number,
  swaps: readonly number[] = [],
  questions = QUESTIONS,
): ScriptedScores => ({
  model,
  answers: { gsm8k: rightInPercent(percent, swaps) },
  questions,
});

describe('nothing is admissible', () => {
  it('is an answer as well, with the model that comes nearest and why', async () => {
    const advice = await adviceFor(home, 'nothing-admissible');
    expect(advice.answer).toMatchObject({ kind: 'nothing-admissible' });
    expect(advice.shortlist).toEqual([]);
    expect(advice.exclusions.map(({ need }) => need)).toEqual(
      expect.arrayContaining(['open-weights', 'licence', 'memory', 'context']),
    );
    const nearest = advice.answer.kind === 'nothing-admissible' ? advice.answer.nearest : null;
    expect(nearest?.findings).toHaveLength(1);
    const fewest = Math.min(...advice.excluded.map(({ findings }) => findings.length));
    expect(fewest).toBe(1);
    expect(await runAdvise(home, [exampleFile('nothing-admissible')])).toMatch(
      /^No model meets the needs\.\nThe nearest miss is /,
    );
  });
});

describe('the licence forbids the best', () => {
  it('so the best of the others is advised, and the best is told with its licence', async () => {
    await measured([
      maths('gpt-3.5-turbo', 60),
      maths('vicuna-13b-v1.3', 75),
      maths('mistral-7b-instruct-v0.1', 60, [1, 61]),
    ]);
    const advice = await adviceFor(home, 'licence-forbids-the-best');
    expect(idsOf(advice.shortlist)).toEqual(['mistral-7b-instruct-v0.1']);
    expect(advice.answer).toMatchObject({ kind: 'stand-in', standsInFor: ['reasoning-math'] });
    const best = advice.excluded.find(({ id }) => id === 'vicuna-13b-v1.3');
    expect(best?.findings).toMatchObject([{ need: 'licence', reason: { code: 'licence-forbids' } }]);
    const printed = await runAdvise(home, ['--area', 'reasoning-math', '--context', '2k', '--json']);
    const free = JSON.parse(printed) as Advice;
    expect(free.shortlist[0]?.id).toBe('vicuna-13b-v1.3');
  });
});

const both = (
  model: string,
  gsm8k: ScriptedScores['answers'][string],
  triviaqa: ScriptedScores['answers'][string],
): ScriptedScores => ({ model, answers: { gsm8k, triviaqa }, questions: QUESTIONS });

/** Places of a hundred at which only one of two models is right, three each; all of them are among the first sixty questions. */
const DISAGREEMENTS = [9, 13, 17, 61, 65, 69];

describe('too few samples', () => {
  it('decide nothing; the advice says how many it takes, and how to get them', async () => {
    await measured([maths('gpt-3.5-turbo', 60, [], 60), maths('llama-2-13b-chat', 60, DISAGREEMENTS, 60)]);
    const advice = await adviceFor(home, 'too-few-samples');
    expect(idsOf(advice.shortlist)).toEqual(['llama-2-13b-chat']);
    expect(outcomesOf(advice, 'llama-2-13b-chat')).toEqual(['inconclusive']);
    expect(advice.answer).toMatchObject({ kind: 'none-shown', tooFewSamplesFor: ['reasoning-math'] });
    expect(advice.shortlist[0]?.weakSpots).toContainEqual(expect.objectContaining({ code: 'underpowered' }));
    const [next] = advice.next;
    expect(next).toMatchObject({ because: 'inconclusive', tasks: ['gsm8k'], available: QUESTIONS });
    expect(next?.documents).toBeGreaterThan(60);
    expect(next?.seconds).toBeGreaterThan(0);
    expect(next?.commands).toEqual([
      expect.stringMatching(
        /^understudy eval --model llama-2-13b-chat --tasks gsm8k --num_fewshot 0 --apply_chat_template/,
      ),
      expect.stringMatching(/^understudy eval --model gpt-3.5-turbo --tasks gsm8k/),
    ]);
  });

  it('are enough once as many are asked as the advice said', async () => {
    await measured([maths('gpt-3.5-turbo', 60, [], 60), maths('llama-2-13b-chat', 60, DISAGREEMENTS, 60)]);
    const documents = (await adviceFor(home, 'too-few-samples')).next[0]?.documents ?? 0;
    const questions = Math.min(QUESTIONS, 2 * documents);
    await measured([
      maths('gpt-3.5-turbo', 60, [], questions),
      maths('llama-2-13b-chat', 60, DISAGREEMENTS, questions),
    ]);
    expect(outcomesOf(await adviceFor(home, 'too-few-samples'), 'llama-2-13b-chat')).toEqual(['non-inferior']);
  });
});

describe('the reference is only published', () => {
  it('so nothing is called a stand-in, however good its figures are', async () => {
    await measured([maths('wizardmath-70b-v1.0', 99)]);
    const advice = await adviceFor(home, 'reference-only-published');
    expect(advice.answer).toMatchObject({ kind: 'not-compared', because: 'reference-not-measured' });
    expect(idsOf(advice.shortlist)).toEqual(['wizardmath-70b-v1.0']);
    const [verdict] = advice.shortlist[0]?.verdicts ?? [];
    expect(verdict).toMatchObject({ kind: 'published-figures-only', because: 'reference-not-measured' });
    const published = verdict?.kind === 'published-figures-only' ? verdict.published : [];
    expect(published.some(({ candidate, reference, source }) => candidate > reference && source !== '')).toBe(true);
    expect(idsOf(advice.publishedOnly)).not.toContain('wizardmath-70b-v1.0');
    expect(advice.publishedOnly.length).toBeGreaterThan(5);
    expect(advice.next[0]?.commands).toEqual([expect.stringContaining('--model openai:gpt-3.5-turbo')]);
  });
});

describe('a clear stand-in', () => {
  beforeEach(() =>
    measured([
      both('gpt-3.5-turbo', rightInPercent(60), rightInPercent(70)),
      both('llama-2-70b-chat', rightInPercent(61, [5]), rightInPercent(75)),
      both('mistral-7b-instruct-v0.1', rightInPercent(50), rightInPercent(70, [3, 71])),
      both('falcon-40b-instruct', rightInPercent(30), rightInPercent(50)),
    ]),
  );

  it('is found by paired samples, beside a cheaper one on the front and without the one that both beat', async () => {
    const advice = await adviceFor(home, 'clear-stand-in');
    expect(idsOf(advice.shortlist)).toEqual(['llama-2-70b-chat', 'mistral-7b-instruct-v0.1']);
    expect(outcomesOf(advice, 'llama-2-70b-chat')).toEqual(['non-inferior', 'non-inferior']);
    expect(outcomesOf(advice, 'mistral-7b-instruct-v0.1')).toEqual(['inferior', 'non-inferior']);
    expect(advice.answer).toMatchObject({
      kind: 'stand-in',
      model: { id: 'llama-2-70b-chat' },
      standsInFor: ['reasoning-math', 'knowledge'],
    });
    const [falcon] = advice.others;
    expect(falcon).toMatchObject({
      id: 'falcon-40b-instruct',
      pareto: { isOnFront: false, dominatedBy: ['mistral-7b-instruct-v0.1'] },
    });
    expect(advice.next).toEqual([]);
  });

  it('has every number with the run that holds its samples', async () => {
    const [model] = (await adviceFor(home, 'clear-stand-in')).shortlist;
    await using store = await openStore({ path: join(home, 'understudy.db') });
    for (const { cell } of model?.areas.flatMap(({ parts }) => parts) ?? []) {
      const tasks = (await store.listTasks(cell.runId)).map(({ task }) => task);
      expect(tasks).toContain(cell.column.split('~')[0]);
    }
    expect(model?.score.estimate).toBeCloseTo((2 * 0.6 + 0.75) / 3, 2);
  });

  it('is told first, in English and in Chinese', async () => {
    const english = await runAdvise(home, [exampleFile('clear-stand-in')]);
    expect(english).toMatch(
      /^Llama 2-Chat 70B can stand in for GPT-3\.5-turbo \(ChatGPT\) for mathematics and knowledge\.\n/,
    );
    expect(english).toContain('Weak spots');
    const chinese = await runAdvise(home, [exampleFile('clear-stand-in')], 'zh-CN');
    expect(chinese).toMatch(/^在数学和知识方面，Llama 2-Chat 70B 可以替代 GPT-3\.5-turbo \(ChatGPT\)。\n/);
  });

  it('is not one any more where the licence has a cap that the users exceed', async () => {
    const advice = await adviceFor(home, 'clear-stand-in', ['--users', '800M']);
    expect(idsOf(advice.shortlist)).toEqual(['mistral-7b-instruct-v0.1']);
    expect(advice.excluded.find(({ id }) => id === 'llama-2-70b-chat')?.findings).toMatchObject([
      { reason: { code: 'user-cap', cap: 700e6, users: 800e6 } },
    ]);
  });
});

describe('what is no file of needs', () => {
  it('is told with the command it was given to, and how a switch is meant', async () => {
    await expect(runAdvise(home, ['--area', 'knowledge', '--commercial', 'yes'])).rejects.toMatchObject({
      code: 'needs-unreadable',
      message: expect.stringContaining('understudy advise'),
      hint: expect.stringContaining('--commercial'),
    });
  });
});
