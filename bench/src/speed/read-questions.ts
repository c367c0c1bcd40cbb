import { openDataset } from '@understudy/datasets';
import { openTask, openTaskLibrary } from '@understudy/tasks';
import type { SpeedContext } from './speed-context.js';
import type { SpeedTask } from './speed-task.js';

/** A multiple-choice document as text. */
export interface Question {
  readonly context: string;
  /** Continuations, each with the delimiter in front. */
  readonly choices: readonly string[];
  /** Place of the right choice. */
  readonly gold: number;
}

const FEWSHOT_SEED = 1234;

/** The first `limit` documents of each leaf task, with the prompts that Understudy gives them. */
export async function readQuestions(
  task: Pick<SpeedTask, 'leaves' | 'shots'>,
  limit: number,
  { places, env }: SpeedContext,
): Promise<readonly Question[]> {
  const library = await openTaskLibrary();
  const selection = await library.select(task.leaves);
  const questions: Question[] = [];
  for (const definition of selection.tasks) {
    const opened = await openTask(definition, {
      openDataset: (request) => openDataset({ home: places.understudyHome, env, ...request }),
      numFewshot: task.shots,
      fewshotSeed: FEWSHOT_SEED,
    });
    for await (const { requests, target } of opened.documents({ limit })) {
      const pairs = requests.filter((request) => request.kind === 'loglikelihood');
      questions.push({
        context: pairs[0]?.context ?? '',
        choices: pairs.map(({ continuation }) => continuation),
        gold: typeof target === 'number' ? target : 0,
      });
    }
  }
  return questions;
}
