import { readModel } from '@understudy/gguf';
import { runtimeShare } from './runtime-share.js';
import { PERPLEXITY_TARGET, SPEED_TASKS, type SpeedTask } from './speed-task.js';
import { documentCost, wholeCost, type ContestantSpeed, type Spread, type TaskSpeed } from './task-speed.js';
import { asked, type Verdict } from './verdict.js';
import { withSpread } from './with-spread.js';

/** What is asked of Understudy on a benchmark: ratios to other tools, and the share of the runtime's speed. */
export function speedVerdicts(name: string, speed: TaskSpeed, gguf: string): readonly Verdict[] {
  const task = SPEED_TASKS.find((one) => one.name === name);
  return task === undefined ? [] : [...ratios(task, speed), ...shares(task, speed, gguf)];
}

/** Understudy's variants beside each other tool: the ratio of what one document more costs, and of whole processes. */
function ratios(task: SpeedTask, { contestants }: TaskSpeed): readonly Verdict[] {
  return task.variants.flatMap(({ name, target }) => {
    const own = contestants[name];
    if (own === undefined || target === undefined) return [];
    return [
      ...ratio({ own, other: contestants['lm-eval hf'], name, against: 'lm-eval hf', target }),
      ...ratio({
        own,
        other: contestants['llama-perplexity'],
        name,
        against: 'llama-perplexity',
        target: PERPLEXITY_TARGET,
      }),
    ];
  });
}

interface Ratio {
  readonly own: ContestantSpeed;
  readonly other: ContestantSpeed | undefined;
  readonly name: string;
  readonly against: string;
  readonly target: number;
}

function ratio({ own, other, name, against, target }: Ratio): readonly Verdict[] {
  const marginal = quotient(other && documentCost(other), documentCost(own));
  const whole = quotient(other && wholeCost(other), wholeCost(own));
  if (marginal === undefined || whole === undefined) return [];
  const isReached = marginal >= target;
  const text =
    `${name}: ${marginal.toFixed(2)} × ${against} a document, ${whole.toFixed(2)} × whole processes ` +
    asked(`≥ ${target}`, isReached);
  return [{ text, isReached }];
}

function quotient(a: Spread | undefined, b: Spread | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a.median / b.median;
}

function shares(task: SpeedTask, speed: TaskSpeed, gguf: string): readonly Verdict[] {
  if (speed.matmulGflops.length === 0) return [];
  const rounds = speed.contestants['understudy']?.rounds ?? [];
  const share = runtimeShare(readModel([gguf]), rounds, speed);
  if (share === undefined) return [];
  const isReached = share.share.median >= (task.shareTarget ?? 0);
  const matmul = Math.max(...speed.matmulGflops).toFixed(0);
  const reached =
    `understudy: ${withSpread(share.gflops, 1)} GFLOP/s, ${withSpread(share.share, 100)}% of a plain MatMul ` +
    `of the same round (at most ${matmul})`;
  const text =
    task.shareTarget === undefined ? reached : `${reached} ${asked(`≥ ${100 * task.shareTarget}%`, isReached)}`;
  return [{ text, isReached }];
}

/** What `--deterministic` costs, as a line; none where it was not measured. */
export function costOfDeterminism({ contestants }: TaskSpeed): readonly string[] {
  const [own, other] = [contestants['understudy'], contestants['understudy --deterministic']];
  const marginal = quotient(other && documentCost(other), own && documentCost(own));
  const whole = quotient(other && wholeCost(other), own && wholeCost(own));
  if (marginal === undefined || whole === undefined) return [];
  return [`--deterministic: ${marginal.toFixed(2)} × the time a document, ${whole.toFixed(2)} × whole processes`];
}
