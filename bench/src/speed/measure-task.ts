import { matmulGflops } from '../measure/matmul-gflops.js';
import type { ResultsFile } from '../results-file.js';
import { meanContext } from './mean-context.js';
import type { Contestant } from './round.js';
import type { SpeedContext } from './speed-context.js';
import type { SpeedTask } from './speed-task.js';
import type { ContestantSpeed, TaskSpeed } from './task-speed.js';
import { runUnderstudy } from './understudy-run.js';

/**
 * Runs all contestants on a task, alternating, round by round; each round is kept in `results` when it ends. Rounds that are there
 * are not run again, and a contestant that fails is left out from then on.
 */
export async function measureTask(
  task: SpeedTask,
  contestants: readonly Contestant[],
  context: SpeedContext,
  results: ResultsFile<TaskSpeed>,
  note: (line: string) => void,
): Promise<void> {
  const scores = task.perplexity !== undefined;
  // Data sets are fetched and weights converted before anything is timed.
  note(`${task.name}: getting ready`);
  for (const variant of task.variants) await runUnderstudy(task, variant, 1, context);
  let speed: TaskSpeed = results.get(task.name) ?? {
    shots: task.shots,
    contestants: {},
    matmulGflops: [],
    meanContext: scores ? await meanContext(task, context) : 0,
  };
  const keep = (change: Partial<TaskSpeed>): void => {
    speed = { ...speed, ...change };
    results.set(task.name, speed);
  };
  const most = Math.max(...contestants.map(({ rounds }) => rounds));
  for (let round = 0; round < most; round++) {
    if (scores && speed.matmulGflops.length <= round) {
      keep({ matmulGflops: [...speed.matmulGflops, await matmulGflops(context)] });
    }
    for (const contestant of contestants) {
      const own = speed.contestants[contestant.name] ?? { rounds: [] };
      if (round >= contestant.rounds || own.rounds.length > round || own.problem !== undefined) continue;
      note(`${task.name}: ${contestant.name}, round ${round + 1} of ${contestant.rounds}`);
      const next = await nextRound(contestant, own);
      keep({ contestants: { ...speed.contestants, [contestant.name]: next } });
      if (next.problem !== undefined) note(next.problem);
    }
  }
}

async function nextRound(contestant: Contestant, { rounds }: ContestantSpeed): Promise<ContestantSpeed> {
  const obstacle = contestant.obstacle();
  if (obstacle !== undefined) return { rounds, problem: obstacle };
  try {
    return { rounds: [...rounds, await contestant.round()] };
  } catch (error) {
    return { rounds, problem: error instanceof Error ? error.message : String(error) };
  }
}
