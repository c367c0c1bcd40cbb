import type { Shown } from './fault.js';
import { ROWS, Scene, type StoredRun } from './scene.js';

/** The command whose run is ended and gone on with. */
export function evalColours(
  scene: Scene,
  model: string,
  { engine = 'onnx', more = [] }: { readonly engine?: 'onnx' | 'llama'; readonly more?: readonly string[] } = {},
): readonly string[] {
  scene.task();
  return ['eval', '--model', model, '--tasks', 'colours', '--include_path', scene.folder, '--engine', engine, ...more];
}

/** Prompt tokens that the last stretch of work on a run asked its engine for. */
function requestedTokens({ run }: StoredRun): number {
  return run.sessions.at(-1)?.counters?.requestedTokens ?? Number.NaN;
}

let documentTokens: Promise<number> | undefined;

/** Prompt tokens of one document, all of which are equally long; measured on eight of them, once. */
function tokensOfADocument(): Promise<number> {
  documentTokens ??= (async () => {
    using scene = new Scene();
    await scene.run(evalColours(scene, scene.model(), { more: ['--limit', '8'] }));
    const [run] = await scene.stored();
    return run === undefined ? Number.NaN : requestedTokens(run) / 8;
  })();
  return documentTokens;
}

/**
 * Gives the command of an ended run again and checks that the run is finished with all documents, and that only the missing ones were
 * computed, by the tokens the engine was asked for.
 */
export async function goOn(scene: Scene, argv: readonly string[]): Promise<Pick<Shown, 'kept' | 'wrong'>> {
  const [ended] = await scene.stored();
  const result = await scene.run(argv);
  const runs = await scene.stored();
  const [finished] = runs;
  if (ended === undefined || finished === undefined) return { kept: 'nothing', wrong: ['no run was stored'] };
  const missing = ROWS - ended.samples;
  const computed = requestedTokens(finished) / (await tokensOfADocument());
  const problems: readonly (readonly [boolean, string])[] = [
    [ended.run.status === 'running', 'the ended run still counts as running'],
    [result.code !== 0, `going on ended with exit code ${result.code}: ${result.stderr.slice(-300)}`],
    [runs.length !== 1, 'another run was begun'],
    [finished.run.status !== 'finished', `the run is ${finished.run.status}`],
    [finished.samples !== ROWS, `${finished.samples} of ${ROWS} samples in the end`],
    [computed !== missing, `${computed} documents computed, ${missing} were missing`],
  ];
  return {
    kept:
      `${ended.samples} of ${ROWS} samples, run ${ended.run.status}; ` +
      `the same command computed the other ${computed}, none twice`,
    wrong: problems.filter(([isWrong]) => isWrong).map(([, text]) => text),
  };
}
