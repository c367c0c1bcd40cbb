import { areGone, childrenOf, withoutProcessTable } from './child-processes.js';
import type { CliProcess } from './cli-process.js';
import type { Fault } from './fault.js';
import { checkRefusal, type ExpectedRefusal } from './refusal.js';
import { evalColours, goOn } from './resumption.js';
import { ROWS } from './scene.js';

/** The longest an engine may outlive its owner, in milliseconds. */
const ORPHAN_MS = 10_000;

/** How a run under way is ended. */
interface Ending {
  readonly name: string;
  readonly engine?: 'onnx' | 'llama';
  readonly end: (cli: CliProcess, children: readonly number[]) => void;
  /** What the user is told; undefined where the command itself is killed and cannot tell anything. */
  readonly expected: ExpectedRefusal | undefined;
}

const STOPPED = {
  code: 130,
  message: /Stopped\. \d+ of \d+ documents of run \S+ are kept\.\nGo on with: {2}understudy eval/,
};

const ENDINGS: readonly Ending[] = [
  {
    name: 'kill -9 of the engine process',
    end: (_cli, children) => children.forEach((pid) => process.kill(pid, 'SIGKILL')),
    expected: { message: /engine stopped: it was killed \(SIGKILL\).*the same command goes on from there/s },
  },
  {
    name: 'crash in native code (SIGSEGV in the engine)',
    end: (_cli, children) => children.forEach((pid) => process.kill(pid, 'SIGSEGV')),
    expected: { message: /engine stopped: it was ended by SIGSEGV.*the same command goes on from there/s },
  },
  {
    name: 'kill -9 of the llama engine process',
    engine: 'llama',
    end: (_cli, children) => children.forEach((pid) => process.kill(pid, 'SIGKILL')),
    expected: { message: /llama engine stopped: it was killed \(SIGKILL\).*the same command goes on from there/s },
  },
  { name: 'kill -9 of the main process', end: (cli) => cli.kill('SIGKILL'), expected: undefined },
  {
    name: 'kill -9 of the main process, llama engine',
    engine: 'llama',
    end: (cli) => cli.kill('SIGKILL'),
    expected: undefined,
  },
  { name: 'Ctrl-C (SIGINT to all processes)', end: (cli) => cli.killGroup('SIGINT'), expected: STOPPED },
  { name: 'SIGTERM to the main process', end: (cli) => cli.kill('SIGTERM'), expected: STOPPED },
];

function fault({ name, engine, end, expected }: Ending): Fault {
  return {
    name,
    obstacle: withoutProcessTable,
    show: async (scene) => {
      const argv = evalColours(scene, scene.model(), { engine });
      const cli = scene.start(argv);
      await scene.waitForSamples(ROWS / 4);
      const children = childrenOf(cli.pid);
      end(cli, children);
      const result = await cli.result;
      const areChildrenGone = await areGone(children, ORPHAN_MS);
      const [, told] = /Stopped\. (\d+) of/.exec(result.stderr) ?? [];
      const isToldRight = told === undefined || Number(told) === (await scene.stored())[0]?.samples;
      const { kept, wrong } = await goOn(scene, argv);
      return {
        result,
        kept,
        wrong: [
          ...(expected === undefined ? [] : checkRefusal(result, expected)),
          ...(areChildrenGone ? [] : ['the engine process outlived the command']),
          ...(isToldRight ? [] : ['another number of documents is stored than the user is told']),
          ...wrong,
        ],
      };
    },
  };
}

/** Processes that end while a run is under way. */
export const processFaults: readonly Fault[] = ENDINGS.map(fault);
