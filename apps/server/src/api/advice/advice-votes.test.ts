import type { Advice } from '@understudy/advise';
import { expect, it } from 'vitest';
import { makeAnnotator, makeKey, testArena } from '../../testing/arena-fixture.js';
import { Browser } from '../../testing/browser.js';
import { voteInStudy } from '../../testing/vote-in-study.js';

const QUERY = '/api/advice?area=general&margin=0.02&confidence=0.9';

/** Votes of two people on twelve questions: a model that mostly loses, and one that is on no card. */
function battles(): string {
  const outcomes = ['model_b', 'model_b', 'tie', 'model_a', 'model_b', 'model_b'];
  return Array.from({ length: 48 }, (_, n) => {
    const model_a = n < 24 ? 'llama-2-13b-chat' : 'mystery-7b';
    const winner = outcomes[n % outcomes.length];
    const [judge, question_id] = [n % 2 === 0 ? 'ada' : 'ben', `q${Math.floor(n / 2) % 12}`];
    return JSON.stringify({ model_a, model_b: 'gpt-3.5-turbo', winner, judge, question_id, turn: 1, tstamp: n });
  }).join('\n');
}

async function adviceOf(browser: Browser): Promise<Advice> {
  const { status, body } = await browser.get(QUERY);
  expect(status).toBe(200);
  // What the route answers is an advice.
  return body as unknown as Advice;
}

it('votes in an advice are those of the stand-in test, study by study; annotators see none of a study that is open', async () => {
  await using arena = await testArena();
  const admin = new Browser(arena.app);
  await admin.signIn(await makeKey(arena, 'admin'));
  expect((await adviceOf(admin)).votes).toMatchObject({ pairs: [], unknown: [], ofAnswer: [] });
  const { body } = await admin.post('/api/import', { format: 'battles', title: 'From a file', text: battles() });
  const study = String(body['studyId']);
  const before = await adviceOf(admin);
  expect(before.votes).toMatchObject({ margin: 0.05, confidence: 0.9, unknown: ['mystery-7b'] });
  expect(before.votes.pairs.map(({ model, study: { id } }) => [model.id, id])).toEqual([['llama-2-13b-chat', study]]);

  await voteInStudy(arena.store, { id: 'open', pair: ['llama-2-13b-chat', 'gpt-3.5-turbo'], questions: 12 });
  const { votes } = await adviceOf(admin);
  expect(votes.pairs.map(({ study: { id, mode } }) => [id, mode])).toEqual([
    [study, 'imported'],
    ['open', 'study'],
  ]);
  for (const { study: about, version, referenceVersion, overall, aspects } of votes.pairs) {
    const claim = `study=${about.id}&candidate=${version}&reference=${referenceVersion}&margin=0.05&confidence=0.9`;
    const test = (await admin.get(`/api/non-inferiority?${claim}`)).body as unknown as StandInTest;
    const shown = [overall, ...aspects].map(({ aspect, votes: count, questions, winRate, bounds, outcome }) => {
      return { aspect, votes: count, questions, share: winRate, ...bounds, nonInferior: SAID[outcome] };
    });
    expect([test.overall, ...test.aspects]).toMatchObject(shown);
  }
  expect(votes.pairs[1]?.aspects.map(({ aspect, votes: count }) => [aspect, count])).toEqual([
    ['sums', 2],
    ['writing', 10],
  ]);

  const annotator = new Browser(arena.app);
  await annotator.signIn(await makeAnnotator(arena, 'dora'));
  const studiesOf = async () => (await adviceOf(annotator)).votes.pairs.map(({ study: { id } }) => id);
  expect(await studiesOf()).toEqual([study]);
  await arena.store.closeStudy('open', 5);
  expect(await studiesOf()).toEqual([study, 'open']);
});

interface StandInTest {
  readonly overall: object;
  readonly aspects: readonly object[];
}

const SAID = { 'non-inferior': true, inferior: false, undecided: null } as const;
