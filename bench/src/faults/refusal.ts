import type { CliResult } from './cli-process.js';
import type { Fault, Shown } from './fault.js';
import type { Scene } from './scene.js';

/** What a good refusal looks like. */
export interface ExpectedRefusal {
  /** Exit code; 1 by default. */
  readonly code?: number;
  /** What the message must say. */
  readonly message: RegExp;
}

/** What is wrong with the way a command ended: its exit code, its message, a stack, or no word on how to go on. */
export function checkRefusal(result: CliResult, { code = 1, message }: ExpectedRefusal): readonly string[] {
  const { stdout, stderr } = result;
  const afterError = stderr.slice(stderr.indexOf('error: ')).trim().split('\n');
  const problems: readonly (readonly [boolean, string])[] = [
    [result.code !== code, `exit code ${result.code ?? result.signal}, expected ${code}`],
    [!message.test(stderr), `the message does not match ${message}`],
    [/\n\s+at .+:\d+/.test(stderr), 'a stack is shown'],
    [code === 1 && (!stderr.includes('error: ') || afterError.length < 2), 'no word on how to go on'],
    [stdout !== '', 'something was printed as a result'],
  ];
  return problems.filter(([isWrong]) => isWrong).map(([, text]) => text);
}

/** What the store holds after a command that could not work: no sample, and no run that still says it is running. */
export async function checkNothingKept(scene: Scene): Promise<Pick<Shown, 'kept' | 'wrong'>> {
  const runs = await scene.stored();
  const wrong = runs.flatMap(({ run, samples }) => [
    ...(samples > 0 ? [`${samples} samples are stored`] : []),
    ...(run.status === 'failed' ? [] : [`the run is ${run.status}, expected failed`]),
  ]);
  return { kept: runs.length === 0 ? 'nothing was begun' : 'a run marked as failed, without samples', wrong };
}

/** A fault that ends a command before anything is computed. */
export function refusal(
  name: string,
  expected: ExpectedRefusal,
  run: (scene: Scene) => Promise<CliResult>,
  obstacle?: Fault['obstacle'],
): Fault {
  return {
    name,
    obstacle,
    show: async (scene) => {
      const result = await run(scene);
      const { kept, wrong } = await checkNothingKept(scene);
      return { result, kept, wrong: [...checkRefusal(result, expected), ...wrong] };
    },
  };
}
