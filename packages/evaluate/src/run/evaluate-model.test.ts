import { EngineError, type ChatTemplate } from '@understudy/core';
import type { Script } from '@understudy/engine-scripted';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROWS, ScriptedRun } from '../testing/scripted-run.js';

let scripted: ScriptedRun;
beforeEach(async () => {
  scripted = await ScriptedRun.create();
});
afterEach(() => scripted[Symbol.asyncDispose]());

/** Knows that the answer to question n is colour n modulo 3. */
const score = ({ context, continuation }: { context: string; continuation: string }) => {
  const n = Number(/colour (\d+)/u.exec(context)?.[1]);
  const isRight = continuation === [' red', ' green', ' blue'][n % 3];
  return { logProbability: isRight ? -1 : -2, isGreedy: isRight };
};

/** A template whose prompts begin with a name. */
const templateOf = (name: string): ChatTemplate => ({
  name,
  origin: 'catalog',
  jinja: `${name}|{% for m in messages %}{{ m['content'] }}{% endfor %}`,
  system: undefined,
  stop: [],
  turns: 'many',
});

/** How many runs there are behind an attempt whose engine ends too early. */
async function runsBehind(applyChatTemplate: ChatTemplate): Promise<number> {
  await scripted.run({ score, endsAfter: 30 }, { applyChatTemplate }).catch(() => undefined);
  return (await scripted.store.listRuns()).length;
}

describe('evaluateModel', () => {
  it('scores every document and stores it with its responses and metrics', async () => {
    const { outcome, events } = await scripted.run({ score });
    expect(outcome).toMatchObject({ status: 'finished', failedSamples: 0 });
    const samples = await scripted.samples(outcome.runId);
    expect(samples.map(({ docId }) => docId)).toEqual(Array.from({ length: ROWS }, (_, n) => n));
    expect(samples[4]).toMatchObject({
      target: '1',
      requests: [{ context: 'Question: colour 4\nAnswer:', continuation: ' red' }, {}, {}],
      responses: [{ logProbability: -2 }, { logProbability: -1, isGreedy: true }, { logProbability: -2 }],
      outcomes: [{ filter: 'none', metrics: { acc: 1, acc_norm: 1 } }],
    });
    expect(JSON.parse(samples[4]!.doc)).toEqual({ question: 'colour 4', choices: ['red', 'green', 'blue'], answer: 1 });
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['engine-opened', 'run-started', 'task-started', 'task-finished', 'progress']),
    );
  });

  it('takes a limit as a count and as a share rounded up', async () => {
    const { outcome } = await scripted.run({ score }, { limit: 3 });
    expect(await scripted.samples(outcome.runId)).toHaveLength(3);
    const share = await scripted.run({ score }, { limit: 0.26 });
    expect(await scripted.samples(share.outcome.runId)).toHaveLength(11);
  });

  it('goes on after an engine died and computes only what is missing', async () => {
    const died = scripted.run({
      score,
      beforeAnswer: (answered) => {
        if (answered === 30) throw new EngineError({ code: 'engine-crashed', message: 'The engine died.' });
      },
    });
    await expect(died).rejects.toMatchObject({ code: 'engine-crashed' });
    const [run] = await scripted.store.listRuns();
    expect(run?.status).toBe('failed');
    expect(await scripted.samples(run!.id)).toHaveLength(10);

    const { outcome, events } = await scripted.run({ score });
    expect(outcome).toMatchObject({ runId: run!.id, status: 'finished' });
    expect(scripted.engine?.answered).toBe((ROWS - 10) * 3);
    expect(events).toContainEqual(expect.objectContaining({ type: 'run-started', isResumed: true, stored: 10 }));
    expect(await scripted.samples(run!.id)).toHaveLength(ROWS);
  });

  it('computes nothing when the same command is given again, and says what came from the cache', async () => {
    await scripted.run({ score });
    const { outcome } = await scripted.run({ score });
    expect(scripted.engine?.answered).toBe(0);
    const samples = await scripted.samples(outcome.runId);
    expect(samples).toHaveLength(ROWS);
    expect(samples[0]!.flags.cachedResponses).toBe(3);
  });

  it('computes everything again when it is told not to resume', async () => {
    await scripted.run({ score });
    await scripted.run({ score }, { resume: false });
    expect(scripted.engine?.answered).toBe(ROWS * 3);
  });

  it('stops on an interrupt, keeps what was computed, and goes on later', async () => {
    const abort = new AbortController();
    const stopped = await scripted.run(
      { score, beforeAnswer: (answered) => (answered === 60 ? abort.abort() : undefined) },
      { signal: abort.signal },
    );
    expect(stopped.outcome.status).toBe('stopped');
    const kept = (await scripted.samples(stopped.outcome.runId)).length;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(ROWS);
    expect(stopped.outcome.stored).toBe(kept);
    const { outcome } = await scripted.run({ score });
    expect(outcome.runId).toBe(stopped.outcome.runId);
    expect(scripted.engine?.answered).toBe((ROWS - kept) * 3);
  });

  it('says so when it is interrupted before there is a run', async () => {
    await expect(scripted.run({ score }, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      party: 'user',
      code: 'interrupted',
    });
    expect(await scripted.store.listRuns()).toEqual([]);
  });

  it('goes on with a run whose engine is chosen for another reason, but not on another commit of the data set', async () => {
    const stop = async (): Promise<string> => {
      const abort = new AbortController();
      const script = { score, beforeAnswer: (answered: number) => (answered === 60 ? abort.abort() : undefined) };
      return (await scripted.run(script, { signal: abort.signal })).outcome.runId;
    };
    const stopped = await stop();
    scripted.reason = 'the machine has more memory today';
    expect(await stop()).toBe(stopped);
    scripted.datasetCommit = 'c'.repeat(40);
    expect(await stop()).not.toBe(stopped);
  });

  it('records a failing request as a failed sample and computes it again next time', async () => {
    let isBroken = true;
    const flaky = (pair: { context: string; continuation: string }) => {
      if (isBroken && pair.context.includes('colour 7\n') && pair.continuation === ' blue')
        throw new Error('no answer');
      return score(pair);
    };
    const { outcome, events } = await scripted.run({ score: flaky });
    expect(outcome).toMatchObject({ status: 'finished', failedSamples: 1 });
    const notices = events.filter(({ type }) => type === 'notice');
    expect(notices).toEqual([{ type: 'notice', message: expect.stringMatching(/^colours: .*no answer/) }]);
    expect((await scripted.samples(outcome.runId))[7]).toMatchObject({ failed: true, outcomes: [] });
    isBroken = false;
    const again = await scripted.run({ score: flaky });
    expect(again.outcome.failedSamples).toBe(0);
    expect(scripted.engine?.answered).toBe(1);
  });

  it('computes a whole document again on a deterministic engine, whose scores depend on what is asked together', async () => {
    let isBroken = true;
    const flaky = (pair: { context: string; continuation: string }) => {
      if (isBroken && pair.context.includes('colour 7\n') && pair.continuation === ' blue')
        throw new Error('no answer');
      return score(pair);
    };
    await scripted.run({ score: flaky, deterministic: true });
    isBroken = false;
    await scripted.run({ score: flaky, deterministic: true });
    expect(scripted.engine?.answered).toBe(3);
  });

  it('does not call a run finished whose engine ended too early', async () => {
    await expect(scripted.run({ score, endsAfter: 31 })).rejects.toMatchObject({ code: 'requests-unanswered' });
    const [run] = await scripted.store.listRuns();
    expect(run?.status).toBe('failed');
    expect(await scripted.samples(run!.id)).toHaveLength(10);
  });

  it('generates texts, counts answers cut at the token limit, and scores them', async () => {
    const { outcome } = await scripted.run(
      { generate: (prompt) => `${prompt} and more\n` },
      { tasks: ['echo'], limit: 2 },
    );
    const [first] = await scripted.samples(outcome.runId, 'echo');
    expect(first).toMatchObject({
      responses: [{ kind: 'generate', text: 'colour 0' }],
      outcomes: [{ metrics: { exact_match: 1 } }],
      flags: { truncatedAnswers: 1 },
    });
  });

  it('sums the windows of a rolling log-likelihood', async () => {
    const { outcome } = await scripted.run({ contextLength: 3 }, { tasks: ['pages'], limit: 1 });
    const [page] = await scripted.samples(outcome.runId, 'pages');
    expect(page!.responses).toEqual([{ kind: 'rolling', logProbability: -'colour 0'.length }]);
    expect(scripted.engine?.answered).toBe(3);
  });

  it('cuts prompts that are too long on the left and counts them', async () => {
    const contexts: string[] = [];
    const spy = (pair: { context: string; continuation: string }) => {
      contexts.push(pair.context);
      return score(pair);
    };
    const { outcome } = await scripted.run({ score: spy, contextLength: 16 }, { limit: 1 });
    expect((await scripted.samples(outcome.runId))[0]!.flags.truncatedPrompts).toBe(3);
    expect(contexts[0]).toBe('lour 0\nAnswer:'.slice(-(17 - ' red'.length)));
  });

  it('applies the chat template and refuses where there is none', async () => {
    const template = "{% for m in messages %}<{{ m['role'] }}>{{ m['content'] }}{% endfor %}<assistant>";
    const { outcome } = await scripted.run({ score, chatTemplate: template }, { applyChatTemplate: true, limit: 1 });
    const [sample] = await scripted.samples(outcome.runId);
    expect(sample!.requests[0]).toMatchObject({
      context: '<user>Question: colour 0\nAnswer:<assistant>',
      continuation: 'red',
    });
    await expect(scripted.run({ score }, { applyChatTemplate: true })).rejects.toMatchObject({
      code: 'no-chat-template',
    });
  });

  it("takes the template asked for, else the file's own, else the card's", async () => {
    scripted.cardTemplate = templateOf('card');
    const promptOf = async (script: Script, applyChatTemplate: boolean | ChatTemplate) => {
      const { outcome } = await scripted.run(script, { applyChatTemplate, limit: 1 });
      const [request] = (await scripted.samples(outcome.runId))[0]!.requests;
      return request?.kind === 'loglikelihood' ? request.context.split('|')[0] : undefined;
    };
    expect(await promptOf({ score }, true)).toBe('card');
    expect(await promptOf({ score, chatTemplate: templateOf('own').jinja }, true)).toBe('own');
    expect(await promptOf({ score, chatTemplate: templateOf('own').jinja }, templateOf('given'))).toBe('given');
  });

  it('ends answers at the stop strings of the chat template, too', async () => {
    const script = { generate: () => 'Blue. USER: more\n' };
    const template = { ...templateOf('chatty'), stop: ['USER:'] };
    const answer = async (applyChatTemplate: boolean | ChatTemplate) => {
      const options = { tasks: ['echo'], limit: 1, applyChatTemplate, genKwargs: { max_gen_toks: 64 } };
      const { outcome } = await scripted.run(script, options);
      return (await scripted.samples(outcome.runId, 'echo'))[0]!.responses;
    };
    expect(await answer(false)).toEqual([{ kind: 'generate', text: 'Blue. USER: more' }]);
    expect(await answer(template)).toEqual([{ kind: 'generate', text: 'Blue. ' }]);
    const [run] = await scripted.store.listRuns();
    expect(run?.settings['chatTemplate']).toEqual({ ...template, system: undefined });
  });

  it('refuses examples as turns before there is a run, where the template is made for one question', async () => {
    const applyChatTemplate = { ...templateOf('one'), turns: 'one' } as const;
    const options = { applyChatTemplate, numFewshot: 1, limit: 1 };
    await expect(scripted.run({ score }, options)).rejects.toMatchObject({ code: 'template-single-turn' });
    expect(await scripted.store.listRuns()).toEqual([]);
    const { outcome } = await scripted.run({ score }, { ...options, fewshotAsMultiturn: false });
    expect(outcome.status).toBe('finished');
  });

  it('goes on under the same template by another name, but not under one that says something else', async () => {
    const template = templateOf('x');
    expect(await runsBehind(template)).toBe(1);
    expect(await runsBehind({ ...template, name: 'y', origin: 'file' })).toBe(1);
    expect(await runsBehind({ ...template, stop: ['#'] })).toBe(2);
    expect(await runsBehind({ ...template, system: 'Be brief.' })).toBe(3);
    expect(await runsBehind({ ...template, turns: 'one' })).toBe(4);
  });

  it('runs scoring and generation tasks in one run', async () => {
    const { outcome } = await scripted.run({ score }, { tasks: ['colours', 'echo'], limit: 2 });
    expect(await scripted.samples(outcome.runId, 'colours')).toHaveLength(2);
    expect(await scripted.samples(outcome.runId, 'echo')).toHaveLength(2);
  });

  it.each([
    ['scores', { logProbabilities: 'none' }, 'colours', 'log-probabilities-missing', /would be chance/],
    ['what is greedy', { greedyFlag: false }, 'last_word', 'greedy-flag-missing', /most probable one/],
    ['plain texts', { completions: false, chat: true }, 'echo', 'chat-only', /takes messages only/],
  ] as const)(
    'refuses tasks that need %s of an engine without, before there is a run',
    async (_, capabilities, task, code, message) => {
      const refused = scripted.run({ capabilities, hasTokenizer: false }, { tasks: ['echo', task] });
      await expect(refused).rejects.toMatchObject({ party: 'user', code, message: expect.stringMatching(message) });
      expect(await scripted.store.listRuns()).toEqual([]);
    },
  );

  it('scores choices where nobody can tell what is greedy: their accuracy does not ask', async () => {
    const { outcome } = await scripted.run({ score, capabilities: { greedyFlag: false } }, { limit: 2 });
    expect(await scripted.samples(outcome.runId)).toHaveLength(2);
  });

  it('sends messages to an engine that has the template, and refuses to score them', async () => {
    const prompts: string[] = [];
    const generate = (prompt: string): string => {
      prompts.push(prompt);
      return 'x';
    };
    const script = { generate, hasTokenizer: false, capabilities: { chat: true } };
    const options = { applyChatTemplate: true, systemInstruction: 'Be brief.' };
    const { outcome } = await scripted.run(script, { ...options, tasks: ['echo'], limit: 1 });
    expect(prompts).toEqual(['system: Be brief.\nuser: colour 0']);
    const [sample] = await scripted.samples(outcome.runId, 'echo');
    expect(sample!.requests[0]).toMatchObject({
      context: '[{"role": "system", "content": "Be brief."}, {"role": "user", "content": "colour 0"}]',
    });
    await expect(scripted.run(script, options)).rejects.toMatchObject({ code: 'chat-not-scored' });
  });

  it('gives text to an engine without a tokenizer', async () => {
    const { outcome } = await scripted.run({ score, hasTokenizer: false }, { limit: 2 });
    expect((await scripted.samples(outcome.runId))[1]).toMatchObject({ outcomes: [{ metrics: { acc: 1 } }] });
  });

  it('refuses to decode in a way that the engine cannot, and arguments that nobody knows, before a document is answered', async () => {
    const options = { tasks: ['echo'], genKwargs: { repetition_penalty: 1.2, typical_p: 0.9, do_sample: true } };
    await expect(scripted.run({ capabilities: { decoding: ['temperature', 'top_k'] } }, options)).rejects.toMatchObject(
      {
        code: 'decoding-not-supported',
        message: expect.stringContaining('typical_p, repetition_penalty'),
      },
    );
    await expect(scripted.run({}, { ...options, genKwargs: { repitition_penalty: 1.2 } })).rejects.toMatchObject({
      party: 'user',
      message: '--gen_kwargs: repitition_penalty: this argument is not known (did you mean repetition_penalty?).',
    });
    expect(await scripted.store.listRuns()).toEqual([]);
    const { outcome } = await scripted.run(
      { capabilities: { decoding: ['temperature', 'top_k', 'typical_p', 'repetition_penalty'] } },
      options,
    );
    expect(outcome.status).toBe('finished');
  });
});
