import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MockServer } from '@understudy/engine-http/testing';
import { startMockOpenAi, type MockOpenAiOptions } from '@understudy/engine-openai/testing';
import { openStore } from '@understudy/store';
import { afterEach, describe, expect, test } from 'vitest';
import { writeColourTask } from './support/colour-task.js';
import { runCli, type CliOptions, type CliResult } from './support/run-cli.js';
import { temporaryHome } from './support/temporary-home.js';

const home = temporaryHome();

const ROWS = 24;
const colours = writeColourTask(home, ROWS);
const GENERATE = `
task: colour_names
dataset_path: json
dataset_kwargs: {data_files: {test: colours.jsonl}}
test_split: test
output_type: generate_until
doc_to_text: "{{question}}"
doc_to_target: "{{choices[answer]}}"
generation_kwargs: {until: ["\\n"], max_gen_toks: 8}
metric_list: [{metric: exact_match}]
metadata: {version: 1.0}
`;
writeFileSync(join(colours, 'colour_names.yaml'), GENERATE);

const servers: MockServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server[Symbol.asyncDispose]();
});

async function start(options: MockOpenAiOptions = {}): Promise<MockServer> {
  const server = await startMockOpenAi(options);
  servers.push(server);
  return server;
}

function evaluate(model: string, argv: readonly string[], options: Partial<CliOptions> = {}): Promise<CliResult> {
  return runCli(['eval', '--model', model, '--include_path', colours, ...argv], { home, ...options });
}

/** Knows the answer to question n: colour n modulo 4. */
const right = (prompt: string): string => {
  const row = Number(/picture (\d+)/.exec(prompt)?.[1] ?? 0);
  return `${['red', 'green', 'blue', 'yellow'][row % 4]}\nand so on`;
};

const named = ['--tasks', 'colour_names'];

describe('eval of a model that somebody serves', () => {
  test('generates, scores, and tells what it took', async () => {
    const server = await start({ answer: right });
    const { code, stdout, stderr } = await evaluate(`${server.origin}/v1#mock`, [
      ...named,
      '--price-input=1',
      '--price-output=2',
    ]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^colour_names .* exact_match +↑ +1\.0000 /m);
    expect(stderr).toMatch(/^texts: mock at http:\/\/127\.0\.0\.1:\d+\/v1 \(OpenAI API\)$/m);
    expect(stderr).toMatch(/^24 requests answered, \d+ prompt tokens, 24 tokens generated$/m);
    expect(stderr).toMatch(/^cost 0\.\d+ USD, at 1 \+ 2 a million tokens \(set by the user, \d{4}-\d\d-\d\d\)$/m);
  });

  test('scores continuations where the server gives log-probabilities', async () => {
    const server = await start();
    const { code, stdout } = await evaluate(`${server.origin}/v1#mock`, ['--tasks', 'colours', '--json']);
    expect(code).toBe(0);
    const { results, understudy } = JSON.parse(stdout);
    expect(results.colours['acc,none']).toBeGreaterThan(0);
    expect(understudy.counters.service).toMatchObject({ answered: ROWS * 4, fingerprints: { fp_mock: ROWS * 4 } });
    expect(understudy.identity).toBe(`${server.origin}/v1#mock`);
  });

  test.each([
    ['does not echo', { echo: 'refused' } as const, /Only no echo is supported/],
    ['ignores echo', { echo: 'ignored' } as const, /scored 0 tokens of a prompt of/],
  ])('refuses log-likelihood tasks where the server %s, before anything is asked', async (_title, options, reason) => {
    const server = await start(options);
    const { code, stdout, stderr } = await evaluate(`${server.origin}/v1#mock`, ['--tasks', 'colours,colour_names']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^error: colours need log-probabilities of given texts.* would be chance\.$/m);
    expect(stderr).toMatch(reason);
    expect(stderr).toMatch(/TASK_generate/);
    expect(server.seen.filter(({ body }) => JSON.stringify(body)?.includes('picture'))).toEqual([]);
  });

  test('sends messages with --apply_chat_template, and refuses plain texts where there is only chat', async () => {
    const server = await start({ answer: right, hasCompletions: false });
    const refused = await evaluate(`${server.origin}/v1#mock`, named);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/takes messages only\.\nAdd --apply_chat_template/);

    const asked = await evaluate(`${server.origin}/v1#mock`, [
      ...named,
      '--apply_chat_template',
      '--system_instruction=Be brief.',
      '--limit=1',
    ]);
    expect(asked.code).toBe(0);
    expect(server.to('/v1/chat/completions').at(-1)?.body).toMatchObject({
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: expect.stringMatching(/^In picture 0 blood is shown/) },
      ],
      max_tokens: 8,
      temperature: 0,
      stop: ['\n'],
    });
  });

  test('goes on where it was when the server is back, and asks nothing twice', async () => {
    let isDown = false;
    let answered = 0;
    const server = await start({
      answer: right,
      model: 'resumed',
      intercept: ({ body }) => {
        if (!JSON.stringify(body)?.includes('picture')) return undefined;
        if (isDown) return { status: 500, json: { error: { message: 'The machine is on fire' } } };
        if (++answered === 10) isDown = true;
        return undefined;
      },
    });
    const argv = [...named, '--concurrency', '1', '--max-retries', '0'];
    const first = await evaluate(`${server.origin}/v1#resumed`, argv);
    expect(first.code).toBe(1);
    expect(first.stderr).toMatch(/The server answers nothing any more\. .*The machine is on fire/);
    isDown = false;
    const second = await evaluate(`${server.origin}/v1#resumed`, argv);
    expect(second.stderr).toMatch(/^run \S+ goes on: 10 of 24 documents are already stored$/m);
    expect(second.stdout).toMatch(/exact_match +↑ +1\.0000 /);
    expect(answered).toBe(ROWS);
  });

  test('keeps with each answer in which configuration the server gave it, and tells when there were several', async () => {
    // Three answers find out what the server can do; from the 15th on it is another configuration.
    const server = await start({
      answer: right,
      model: 'moving',
      fingerprint: (nth) => (nth < 15 ? 'fp_old' : 'fp_new'),
    });
    const argv = [...named, '--concurrency', '1'];
    const { code, stderr } = await evaluate(`${server.origin}/v1#moving`, argv);
    expect(code).toBe(0);
    const [, old, changed] = /several configurations: fp_old \((\d+)\), fp_new \((\d+)\)\./.exec(stderr) ?? [];
    expect(Number(old) + Number(changed)).toBe(ROWS);
    await using store = await openStore({ path: join(home, 'understudy.db') });
    const [run] = await store.listRuns();
    const seen: string[] = [];
    for await (const { service } of store.samples(run?.id ?? '', 'colour_names'))
      seen.push(...(service?.fingerprints ?? []).map(String));
    expect(seen.filter((each) => each === 'fp_old')).toHaveLength(Number(old));

    // Whoever asks the new configuration gets its answers from the cache, not those of the old one.
    const asked = server.seen.length;
    const again = await evaluate(`${server.origin}/v1#moving`, [...argv, '--json']);
    const { understudy } = JSON.parse(again.stdout);
    expect(understudy.tasks.colour_names.cached_responses).toBe(Number(changed));
    expect(server.seen.slice(asked).filter(({ body }) => body?.prompt?.includes('picture'))).toHaveLength(Number(old));
  });

  test('stops before --max-cost is exceeded, and goes on with a higher limit', async () => {
    const server = await start({ answer: right, model: 'paid' });
    const argv = [...named, '--price-input', '1000', '--price-output', '1000'];
    const model = `${server.origin}/v1#paid`;
    // A question has about 100 bytes, and 256 tokens are allowed for a template: some 0.4 at the most, some 0.014 really.
    const first = await evaluate(model, [...argv, '--max-cost', '0.6']);
    expect(first.code).toBe(1);
    expect(first.stderr).toMatch(/could exceed the limit of 0\.6 USD/);
    expect(first.stderr).toMatch(/--max-cost goes on from there/);
    await using store = await openStore({ path: join(home, 'understudy.db') });
    const [run] = await store.listRuns();
    expect(run).toMatchObject({
      status: 'stopped',
      sessions: [{ status: 'stopped', error: { code: 'max-cost-reached' } }],
    });
    const spent = run?.sessions[0]?.counters?.service?.cost ?? 0;
    expect(spent).toBeGreaterThan(0);
    expect(spent).toBeLessThanOrEqual(0.6);
    const kept = (await store.countSamples(run?.id ?? '')).get('colour_names')?.stored ?? 0;
    expect(kept).toBeGreaterThan(0);

    const second = await evaluate(model, [...argv, '--max-cost', '100']);
    expect(second.code).toBe(0);
    expect(second.stderr).toContain(`${kept} of 24 documents are already stored`);
  });

  test('a limit without a price is refused, with how to set it', async () => {
    const server = await start();
    const { code, stderr } = await evaluate(`${server.origin}/v1#mock`, [...named, '--max-cost', '1']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/the price of \S+ is not known\.\n.*--price-input 0\.15 --price-output 0\.60/);
    expect(server.seen).toEqual([]);
  });

  test('a key of a .env file is sent, and is nowhere to be found afterwards', async () => {
    const folder = join(home, 'with-env');
    const output = join(home, 'out');
    const server = await start({ answer: right, model: 'keyed' });
    await writeEnvironment(folder, 'UNDERSTUDY_API_KEY=sk-very-secret\nOPENAI_API_KEY=sk-for-openai\n');
    const { code, stdout, stderr } = await evaluate(
      `${server.origin}/v1#keyed`,
      [...named, '--output_path', output, '--log_samples', '--verbose', '--limit', '2'],
      { folder },
    );
    expect(code).toBe(0);
    expect(new Set(server.seen.map(({ headers }) => headers.authorization))).toEqual(
      new Set(['Bearer sk-very-secret']),
    );
    const files = readdirSync(output, { recursive: true, withFileTypes: true, encoding: 'utf8' })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    expect(files.join('')).toContain('understudy_service');
    const database = readFileSync(join(home, 'understudy.db'), 'latin1');
    expect(stdout + stderr + files.join('') + database).not.toMatch(/sk-very-secret|sk-for-openai/);
  });
});

async function writeEnvironment(folder: string, text: string): Promise<void> {
  const { mkdir, writeFile } = await import('node:fs/promises');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, '.env'), text);
}

describe('chat with a model that somebody serves', () => {
  test('streams answers, remembers the conversation, and tells what it cost', async () => {
    const server = await start({ answer: (prompt) => `You said: ${prompt}` });
    const options = ['--price-input', '1', '--price-output', '1', '--temperature', '0'];
    const { code, stdout, stderr } = await runCli(['chat', `${server.origin}/v1#mock`, ...options], {
      home,
      input: 'Hello there\nBye\n/exit\n',
    });
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'You said: Hello there\nYou said: Bye\n' });
    expect(server.to('/v1/chat/completions').at(-1)?.body).toMatchObject({
      stream: true,
      messages: [
        { role: 'user', content: 'Hello there' },
        { role: 'assistant', content: 'You said: Hello there' },
        { role: 'user', content: 'Bye' },
      ],
    });
    expect(stderr).toMatch(/^2 requests answered/m);
    expect(stderr).toMatch(/^cost 0\.\d+ USD/m);
  });

  test('goes on after an answer that failed', async () => {
    const server = await start({
      answer: () => 'Fine.',
      intercept: ({ body }) =>
        body?.messages?.at(-1)?.content === 'long'
          ? { status: 400, json: { error: { message: 'context_length_exceeded' } } }
          : undefined,
    });
    const { code, stdout, stderr } = await runCli(['chat', `${server.origin}/v1#mock`], {
      home,
      input: 'long\nshort\n',
    });
    expect(code).toBe(0);
    expect(stdout).toContain('Fine.\n');
    expect(stderr).toMatch(/^No answer \(context-too-long\): /m);
  });
});

test('a script plays a model', async () => {
  const script = join(home, 'play.yaml');
  writeFileSync(
    script,
    `version: 1
answers: [{prompt: 'blood|tomato', answer: red}]
default_answer: blue
scores: [{context: 'blood|tomato', continuation: red, log_probability: -0.1, greedy: true}]
`,
  );
  const { code, stdout } = await evaluate(`scripted:${script}`, ['--tasks', 'colours,colour_names', '--json']);
  expect(code).toBe(0);
  const { results } = JSON.parse(stdout);
  // Red things are told right, and of the others those that happen to be blue; shorter continuations are likelier: red always.
  expect(results.colour_names['exact_match,none']).toBe(0.5);
  expect(results.colours['acc,none']).toBe(0.25);
});
