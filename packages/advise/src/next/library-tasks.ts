import type { Area, Benchmark } from '@understudy/catalog';

/** An area is more than one benchmark; more than two are an evening's work. */
const TASKS_PROPOSED = 2;

/** Tasks of the library that ask for an answer as text, whatever else they are called. */
const WRITES_TEXT = /_generate$|^(quick_)?(gsm8k|gsm8k_cot|drop|triviaqa)$/;

/** Which tasks are wanted. */
export interface WantedTasks {
  readonly area: Area;
  /** Only tasks that a model answers by writing: a server for chats gives no likelihoods of given answers. */
  readonly needsGeneration: boolean;
}

/** Tasks of the library that ask for an area: the first of each benchmark that suits. */
export function libraryTasks(
  benchmarks: readonly Benchmark[],
  { area, needsGeneration }: WantedTasks,
): readonly string[] {
  return benchmarks
    .filter(({ areas }) => areas.includes(area))
    .flatMap(({ tasks }) => tasks.find((task) => !needsGeneration || WRITES_TEXT.test(task)) ?? [])
    .slice(0, TASKS_PROPOSED);
}

/** Whether a task is answered by writing. */
export function writesText(task: string): boolean {
  return WRITES_TEXT.test(task);
}
