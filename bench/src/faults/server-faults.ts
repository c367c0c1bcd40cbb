import type { MockReply, MockServer } from '@understudy/engine-http/testing';
import { startMockOpenAi } from '@understudy/engine-openai/testing';
import type { CliResult } from './cli-process.js';
import type { Fault, Shown } from './fault.js';
import { checkRefusal } from './refusal.js';
import { ROWS, type Scene } from './scene.js';

/** The question in a prompt: its number, and how often it was asked before. */
interface Asked {
  readonly row: number;
  readonly before: number;
}

/** What a server does wrong; undefined where it answers. */
type Misbehaviour = (asked: Asked) => MockReply | undefined;

const GENERATION = {
  output_type: 'generate_until',
  doc_to_choice: null,
  doc_to_target: 'red',
  generation_kwargs: { until: ['\n'], max_gen_toks: 8 },
  metric_list: [{ metric: 'exact_match' }],
};

/** A mock server that misbehaves, and how often each question was asked. */
async function startServer(
  misbehave: Misbehaviour,
): Promise<{ readonly server: MockServer; readonly asked: Map<number, number> }> {
  const asked = new Map<number, number>();
  const server = await startMockOpenAi({
    answer: () => ' red',
    intercept: ({ body }) => {
      const row = Number(/Which colour has (\d+)/.exec(JSON.stringify(body ?? ''))?.[1] ?? Number.NaN);
      if (Number.isNaN(row)) return undefined;
      const before = asked.get(row) ?? 0;
      asked.set(row, before + 1);
      return misbehave({ row, before });
    },
  });
  return { server, asked };
}

function evaluate(scene: Scene, server: MockServer): Promise<CliResult> {
  scene.task(GENERATION);
  const retries = ['--max-retries', '3', '--request-timeout', '2', '--concurrency', '64'];
  const task = ['--tasks', 'colours', '--include_path', scene.folder];
  return scene.run(['eval', '--model', `${server.origin}/v1#mock`, ...task, ...retries]);
}

/** A fault that passes: the run must end with every document, each asked for once more at the most. */
function passing(name: string, misbehave: Misbehaviour): Fault {
  return {
    name: `model server: ${name}`,
    show: async (scene): Promise<Shown> => {
      const { server, asked } = await startServer(misbehave);
      await using _ = server;
      const result = await evaluate(scene, server);
      const [stored] = await scene.stored();
      const repeated = [...asked.values()].filter((count) => count > 1).length;
      const problems: readonly (readonly [boolean, string])[] = [
        [result.code !== 0, `exit code ${result.code}: ${result.stderr.slice(-300)}`],
        [stored?.samples !== ROWS, `${stored?.samples} of ${ROWS} samples`],
        [repeated === 0, 'the fault was never met'],
      ];
      return {
        result,
        kept: `all ${stored?.samples} samples; ${repeated} of ${ROWS} were asked for again`,
        wrong: problems.filter(([isWrong]) => isWrong).map(([, text]) => text),
      };
    },
  };
}

/** A fault that ends the run; once it is over the same command must ask for what is missing, and for nothing else. */
function ending(name: string, message: RegExp, reply: MockReply): Fault {
  return {
    name: `model server: ${name}`,
    show: async (scene): Promise<Shown> => {
      let isOver = false;
      const { server, asked } = await startServer(({ row }) =>
        !isOver && row >= 10_000 + ROWS / 3 ? reply : undefined,
      );
      await using _ = server;
      const result = await evaluate(scene, server);
      const [ended] = await scene.stored();
      isOver = true;
      asked.clear();
      const again = await evaluate(scene, server);
      const [finished, ...others] = await scene.stored();
      const kept = ended?.samples ?? 0;
      const problems: readonly (readonly [boolean, string])[] = [
        [kept < ROWS / 3, `only ${kept} samples were kept of the ${ROWS / 3} that were answered`],
        [again.code !== 0, `going on ended with exit code ${again.code}: ${again.stderr.slice(-300)}`],
        [finished?.samples !== ROWS || others.length > 0, `${finished?.samples} of ${ROWS} samples in the end`],
        [[...asked.keys()].some((row) => row < 10_000 + ROWS / 3), 'answers were asked for twice'],
      ];
      const wrong = problems.filter(([isWrong]) => isWrong).map(([, text]) => text);
      return {
        result,
        kept: `${kept} of ${ROWS} samples; the same command asked for the other ${asked.size}, none twice`,
        wrong: [...checkRefusal(result, { message }), ...wrong],
      };
    },
  };
}

const every =
  (nth: number, reply: MockReply): Misbehaviour =>
  ({ row, before }) =>
    before === 0 && row % nth === 0 ? reply : undefined;
const refused = {
  status: 429,
  headers: { 'retry-after-ms': '20' },
  json: { error: { message: 'Rate limit reached' } },
};
const failed = { status: 500, json: { error: { message: 'CUDA out of memory' } } };

/** Servers of models that drop, stall, refuse and break. */
export const serverFaults: readonly Fault[] = [
  passing('drops connections', every(10, { fault: 'drop' })),
  passing('does not answer in time', every(100, { fault: 'silent' })),
  passing('stalls in the middle of an answer', every(100, { fault: 'stall' })),
  passing('a storm of rate limits', ({ before }) => (before < 2 ? refused : undefined)),
  passing('errors now and then', every(10, failed)),
  passing('broken JSON', every(10, { text: '{"choices": [{"te' })),
  passing(
    'a web page instead of an answer',
    every(10, { headers: { 'content-type': 'text/html' }, text: '<html>Hi</html>' }),
  ),
  ending('breaks for good', /answers nothing any more\..*CUDA out of memory/s, failed),
  ending('takes the key no longer', /HTTP 401: The key was revoked/, {
    status: 401,
    json: { error: { message: 'The key was revoked' } },
  }),
];
