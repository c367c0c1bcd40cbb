import type { Contestant } from './round.js';
import { fewOf, sizes, type SpeedContext } from './speed-context.js';
import type { SpeedTask, Variant } from './speed-task.js';
import { runUnderstudy } from './understudy-run.js';

/** Understudy as a user runs it: whole processes, few documents and many. */
export function understudyContestant(
  task: SpeedTask,
  variant: Variant,
  rounds: number,
  context: SpeedContext,
): Contestant {
  return {
    name: variant.name,
    rounds: Math.min(rounds, variant.rounds ?? rounds),
    obstacle: () => undefined,
    round: async () => {
      const [few, many] = sizes(fewOf(task, context));
      const small = await runUnderstudy(task, variant, few, context);
      const large = await runUnderstudy(task, variant, many, context);
      return {
        few: { documents: small.documents, ms: small.ms },
        many: { documents: large.documents, ms: large.ms },
        wholeMs: large.ms,
        peakBytes: large.peakBytes,
        counters: { few: small.counters, many: large.counters },
        generatedTokens: large.counters.generatedTokens || undefined,
      };
    },
  };
}
