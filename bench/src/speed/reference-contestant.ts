import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runMeasured } from '../measure/run-measured.js';
import { toArguments } from '../measure/to-arguments.js';
import type { Contestant, Round } from './round.js';
import { fewOf, sizes, type SpeedContext } from './speed-context.js';
import type { SpeedTask } from './speed-task.js';

/** What `time_reference.py` writes: seconds inside the model's methods. */
interface ReferenceTimes {
  readonly documents: { readonly few: number; readonly many: number };
  readonly seconds: { readonly few: number; readonly many: number };
  readonly generated_tokens: number;
}

/** Its best batch size on a processor. */
const BATCH = 8;

/** The reference harness's `hf` model in float32: the time inside the model's methods, and the whole process. */
export function referenceContestant(task: SpeedTask, rounds: number, context: SpeedContext): Contestant {
  const { places, model } = context;
  return {
    name: 'lm-eval hf',
    rounds,
    obstacle: () =>
      existsSync(places.python) && existsSync(places.checkpoint(model))
        ? undefined
        : `needs ${places.python} and ${places.checkpoint(model)}: bench/parity/reference.sh setup`,
    round: async (): Promise<Round> => {
      const [few, many] = sizes(fewOf(task, context));
      const folder = await mkdtemp(join(tmpdir(), 'understudy-bench-'));
      const out = join(folder, 'times.json');
      const options = {
        checkpoint: places.checkpoint(model),
        batch: BATCH,
        out,
        tasks: task.leaves.join(','),
        shots: task.shots,
        few,
        many,
      };
      const args = [join(places.bench, 'speed', 'time_reference.py'), ...toArguments(options)];
      const env = { HF_HOME: join(places.home, 'hf-home'), TOKENIZERS_PARALLELISM: 'false', ...context.env };
      try {
        const { ms, peakBytes } = await runMeasured({
          command: places.python,
          args,
          env,
          timeoutMs: context.timeoutMs,
        });
        // Written by our own script.
        const { documents, seconds, generated_tokens } = JSON.parse(readFileSync(out, 'utf8')) as ReferenceTimes;
        return {
          few: { documents: documents.few, ms: 1000 * seconds.few },
          many: { documents: documents.many, ms: 1000 * seconds.many },
          wholeMs: ms,
          peakBytes,
          generatedTokens: generated_tokens || undefined,
        };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
