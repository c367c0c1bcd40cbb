import { describe, expect, it } from 'vitest';
import { makeAnnotator, MODELS, testArena, type TestArena } from '../testing/arena-fixture.js';
import { Browser } from '../testing/browser.js';
import type { AssignmentBody } from '../api/voting/schema.js';
import type { FreeMessage, FreeModel } from './free-model.js';
import { MaskedText } from './masked-text.js';
import { Pacer } from './pacer.js';
import { prepareFreeStudy } from './prepare-free-study.js';

async function* inPieces(text: string, size: number, pauseMs: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) {
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    yield text.slice(at, at + size);
  }
}

const LONG = 'It is a long story that is told in many words, and ends where it began. '.repeat(6);

/** Two models: one quick and curt, one slow and long; both keep what they were asked. */
function twoModels(asked: FreeMessage[][] = []): FreeModel[] {
  return [
    {
      versionId: MODELS[0],
      answer: (messages) => {
        asked.push([...messages]);
        return inPieces(
          `I am ${MODELS[0]}, created by Zephyrine Labs. Quick: ${messages.at(-1)?.content ?? ''}`,
          200,
          0,
        );
      },
    },
    {
      versionId: MODELS[1],
      answer: (messages) => {
        asked.push([...messages]);
        return inPieces(`${LONG}Slow: ${messages.at(-1)?.content ?? ''}`, 40, 1);
      },
    },
  ];
}

async function freeArena(freeModels: readonly FreeModel[]) {
  const arena = await testArena({ freeModels });
  const models = (await arena.store.listModels()).filter(({ id }) => id !== MODELS[2]);
  await prepareFreeStudy(arena.store, models, { title: 'Free', now: arena.clock.now });
  const [study] = await arena.store.listStudies();
  const browser = new Browser(arena.app);
  const key = await makeAnnotator(arena, 'ada');
  await browser.signIn(key);
  return { arena, browser, key, studyId: study?.id ?? '' };
}

async function begin(browser: Browser, studyId: string): Promise<AssignmentBody> {
  const { status, body } = await browser.post('/api/assignments/next', { studyId });
  expect(status).toBe(200);
  return body['assignment'] as AssignmentBody;
}

interface Event {
  readonly event: string;
  readonly data: { readonly side?: 'a' | 'b'; readonly text?: string; readonly message?: string };
}

async function stream(browser: Browser, id: string, turn: number): Promise<readonly Event[]> {
  const { text, headers } = await browser.get(`/api/assignments/${id}/stream?turn=${turn}`);
  expect(headers.get('content-type')).toContain('text/event-stream');
  return text
    .split('\n\n')
    .filter((block) => block.includes('data:'))
    .map((block) => ({
      event: /^event: (.*)$/m.exec(block)?.[1] ?? '',
      data: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? '{}'),
    }));
}

const said = (events: readonly Event[], side: 'a' | 'b'): string =>
  events.map(({ data }) => (data.side === side ? data.text : '')).join('');

const ask = (browser: Browser, { id, token }: AssignmentBody, prompt: string) =>
  browser.post(`/api/assignments/${id}/turns`, { token, prompt });

const vote = (browser: Browser, { id, token }: AssignmentBody, outcome = 'a') =>
  browser.post(`/api/assignments/${id}/vote`, { token, outcome });

async function conversation(): Promise<
  Awaited<ReturnType<typeof freeArena>> & { given: AssignmentBody; asked: FreeMessage[][] }
> {
  const asked: FreeMessage[][] = [];
  const free = await freeArena(twoModels(asked));
  return { ...free, asked, given: await begin(free.browser, free.studyId) };
}

describe('a free conversation', () => {
  it('asks both models, shows both answers masked, and names them only after the vote', async () => {
    const { arena, browser, given } = await conversation();
    await using _ = arena;
    expect(given).toMatchObject({ mode: 'free', question: null, answers: null });
    expect((await vote(browser, given)).body.error?.code).toBe('no-answers');
    expect((await ask(browser, given, 'Why?')).status).toBe(202);
    const events = await stream(browser, given.id, 1);
    expect(events.at(-1)).toEqual({ event: 'done', data: { turn: 1 } });
    const texts = [said(events, 'a'), said(events, 'b')].sort();
    expect(texts).toEqual([`I am ▇▇▇, created by ▇▇▇. Quick: Why?`, `${LONG}Slow: Why?`]);
    const told = browser.received.join('\n').toLowerCase();
    expect(['zephyrine', 'kestrel'].filter((name) => told.includes(name))).toEqual([]);
    const cast = await vote(browser, given, 'tie');
    const reveal = await browser.get(`/api/votes/${String(cast.body['voteId'])}/reveal?next=1`);
    const { a, b } = reveal.body as unknown as Record<'a' | 'b', { id: string }>;
    expect([a.id, b.id].sort()).toEqual([MODELS[1], MODELS[0]]);
    const quickSide = said(events, 'a').startsWith('I am') ? a : b;
    expect(quickSide.id).toBe(MODELS[0]);
    // What told its author is kept, but does not count in ratings.
    for await (const { identityLeak, outcome } of arena.store.votes())
      expect([identityLeak, outcome]).toEqual([true, 'tie']);
  });

  it('goes on over turns, each model with its own answers, and survives an undo', async () => {
    const { arena, browser, given, asked } = await conversation();
    await using _ = arena;
    await ask(browser, given, 'One?');
    await stream(browser, given.id, 1);
    await ask(browser, given, 'Two?');
    await stream(browser, given.id, 2);
    // What each was asked the second time has its own first answer in it.
    const own = asked.filter((messages) => messages.length === 3).map(([, answer]) => answer?.content);
    expect(own.toSorted()).toEqual([expect.stringMatching(/^I am .* Quick: One\?$/), `${LONG.trim()} Slow: One?`]);
    const { body } = await vote(browser, given);
    const undo = await browser.post(`/api/votes/${String(body['voteId'])}/undo`);
    const again = undo.body['assignment'] as AssignmentBody;
    expect(again.prompts).toEqual(['One?', 'Two?']);
    expect((await ask(browser, again, 'Three?')).body).toEqual({ turn: 3 });
    await stream(browser, again.id, 3);
    expect((await vote(browser, again)).status).toBe(200);
  });

  it('tells of a failure nothing but that, and can be asked again', async () => {
    const broken: FreeModel = {
      versionId: MODELS[1],
      answer: async function* (messages) {
        yield 'Well, ';
        if (messages.at(-1)?.content === 'Break!') throw new Error(`${MODELS[1]} ran out of memory`);
        yield 'here I am.';
      },
    };
    const [quick] = twoModels();
    const { arena, browser, studyId } = await freeArena([quick as FreeModel, broken]);
    await using _ = arena;
    const given = await begin(browser, studyId);
    await ask(browser, given, 'Break!');
    const events = await stream(browser, given.id, 1);
    expect(events.at(-1)).toEqual({ event: 'failed', data: { message: 'This answer failed.' } });
    expect(browser.received.join('\n')).not.toContain('memory');
    expect(arena.errors.map(String)).toEqual([`Error: ${MODELS[1]} ran out of memory`]);
    expect((await ask(browser, given, 'Again?')).body).toEqual({ turn: 1 });
    expect((await stream(browser, given.id, 1)).at(-1)?.event).toBe('done');
  });

  it('is its owner’s alone, one question at a time, with the token that was given', async () => {
    const { arena, browser, given } = await conversation();
    await using _ = arena;
    const eve = new Browser(arena.app);
    await eve.signIn(await makeAnnotator(arena as TestArena, 'eve'));
    expect((await ask(eve, given, 'Who?')).status).toBe(404);
    expect((await ask(browser, { ...given, token: 'x'.repeat(43) }, 'Who?')).status).toBe(404);
    await ask(browser, given, 'Why?');
    expect((await eve.get(`/api/assignments/${given.id}/stream?turn=1`)).status).toBe(404);
    expect((await ask(browser, given, 'And?')).body.error?.code).toBe('still-answering');
    expect((await vote(browser, given)).body.error?.code).toBe('still-answering');
    await stream(browser, given.id, 1);
    await vote(browser, given);
    await ask(browser, given, 'More?');
    expect(await arena.store.turns(given.id)).toHaveLength(1);
  });

  it('goes on after a restart of the server, and stays closed once it was voted on', async () => {
    const { arena, browser, key, given, asked } = await conversation();
    await using _ = arena;
    await ask(browser, given, 'One?');
    await stream(browser, given.id, 1);
    const restart = async (): Promise<Browser> => {
      const again = new Browser(arena.restart());
      await again.signIn(key);
      return again;
    };
    const second = await restart();
    const both = await Promise.all([ask(second, given, 'Two?'), ask(second, given, 'Two again?')]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([202, 409]);
    await stream(second, given.id, 2);
    expect((await vote(second, given)).status).toBe(200);
    const third = await restart();
    expect((await ask(third, given, 'Three?')).body.error?.code).toBe('conversation-ended');
    expect(asked).toHaveLength(4);
  });

  it('has a limit on questions', async () => {
    const { arena, browser, given } = await conversation();
    await using _ = arena;
    const statuses: number[] = [];
    for (let n = 0; n < 12; n++) statuses.push((await ask(browser, given, 'Spam')).status);
    expect(statuses.slice(0, 10)).not.toContain(429);
    expect(statuses.slice(10)).toEqual([429, 429]);
    await stream(browser, given.id, 1);
  });
});

describe('the clock of both answers', () => {
  it('shows the same number of characters of both while both grow, whoever is faster', () => {
    const [fast, slow] = [new MaskedText([]), new MaskedText([])];
    const pacer = new Pacer(fast, slow);
    fast.append('f'.repeat(1000));
    fast.end();
    expect(pacer.tick()).toEqual({ first: '', second: '' });
    const [quick, late] = [new MaskedText([]), new MaskedText([])];
    const both = new Pacer(quick, late);
    let shown = { first: 0, second: 0 };
    for (let tick = 0; tick < 50; tick++) {
      quick.append('q'.repeat(100));
      if (tick % 5 === 0) late.append('l'.repeat(60));
      const { first, second } = both.tick();
      shown = { first: shown.first + first.length, second: shown.second + second.length };
      expect(shown.first).toBe(shown.second);
    }
    expect(shown.first).toBeGreaterThan(300);
  });

  it('ends both together', () => {
    const [short, long] = [new MaskedText([]), new MaskedText([])];
    const pacer = new Pacer(short, long);
    short.append('short');
    short.end();
    long.append('l'.repeat(500));
    for (let tick = 0; tick < 100; tick++) pacer.tick();
    expect(pacer.isDone).toBe(false);
    long.end();
    for (let tick = 0; tick < 100; tick++) pacer.tick();
    expect(pacer.isDone).toBe(true);
  });
});

describe('a masked text', () => {
  it.each([1, 3, 7, 1000])('never shows a name that gives it away, in pieces of %i characters', async (size) => {
    const written = `Hello! I am ${MODELS[0]}, a model made by Zephyrine Labs. Ask ${MODELS[0]} anything. 😀 The end of it is here.`;
    const text = new MaskedText([MODELS[0], 'Zephyrine Labs']);
    let shown = '';
    for await (const piece of inPieces(written, size, 0)) {
      text.append(piece);
      shown += text.show(text.ready);
    }
    text.end();
    shown += text.show(text.ready);
    expect(shown).toBe('Hello! I am ▇▇▇, a model made by ▇▇▇. Ask ▇▇▇ anything. 😀 The end of it is here.');
    expect(text.leaks).toBe(true);
  });
});
