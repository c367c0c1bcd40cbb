import { generateAnswers, type GenerationOutcome } from '@understudy/arena';
import { EXIT } from '../../../errors/exit-codes.js';
import { formatCount } from '../../../terminal/format-count.js';
import { printJson } from '../../../terminal/print-json.js';
import type { ProgressDisplay } from '../../../terminal/progress-display.js';
import { showProgress } from '../../../terminal/show-progress.js';
import type { CommandContext } from '../../command-context.js';
import { defineCommand } from '../../command.js';
import { openHomeArena } from '../../open-home-arena.js';
import { formatAmount } from '../../service-text.js';
import { findQuestions } from '../find-questions.js';
import { generateOptions } from './generate-options.js';
import { openAnsweringModel } from './open-answering-model.js';

const SHOWN_FAILURES = 10;

async function followed(
  steps: ReturnType<typeof generateAnswers>,
  display: ProgressDisplay,
  { arena: { answers: texts } }: CommandContext['messages'],
): Promise<GenerationOutcome> {
  for (;;) {
    const { done, value } = await steps.next();
    if (done === true) return value;
    const failed = value.failed > 0 ? texts.progressFailed(formatCount(value.failed)) : '';
    const spent = value.cost === null ? '' : texts.progressCost(formatAmount(value.cost, 'USD'));
    display.update(`${texts.progress(formatCount(value.done), formatCount(value.total))}${failed}${spent}`);
  }
}

function printOutcome(outcome: GenerationOutcome, { messages, stdout, stderr }: CommandContext): void {
  const { answers: texts } = messages.arena;
  const { version, progress, failures, status } = outcome;
  const { done, total, stored, generatedTokens, cost } = progress;
  const counts = { done: formatCount(done), total: formatCount(total), stored: formatCount(stored) };
  stdout.write(`${texts.generated(version.id, counts)}\n`);
  const money = cost === null ? texts.noCost : texts.cost(formatAmount(cost, 'USD'));
  stdout.write(`${texts.tokens(formatCount(generatedTokens))}, ${money}\n`);
  for (const { questionId, turn, code, message } of failures.slice(0, SHOWN_FAILURES)) {
    stderr.write(`${texts.failure(questionId, { turn: String(turn), code, message })}\n`);
  }
  if (failures.length > 0) stderr.write(`${texts.failures(formatCount(failures.length))}\n`);
  if (status === 'stopped') stderr.write(`${texts.stopped}\n`);
}

/** `understudy arena answers generate SPEC --questions SET` */
export const answersGenerate = defineCommand({
  options: generateOptions,
  async run({ values, words }, context) {
    const { messages, stdout, stderr, signal } = context;
    const [spec = ''] = words;
    await using store = await openHomeArena(context);
    const questions = (await findQuestions(store, values.questions, messages)).slice(0, values.limit);
    using display = showProgress(stderr);
    await using opened = await openAnsweringModel(spec, { values, display, context });
    const { model: _, ...answering } = opened;
    const steps = generateAnswers({ store, questions, samples: values.samples, signal, ...answering });
    const outcome = await followed(steps, display, messages);
    display.clear();
    if (values.json) printJson(stdout, { ...outcome, version: outcome.version.id });
    else printOutcome(outcome, context);
    if (outcome.status === 'stopped') return EXIT.interrupted;
    return outcome.failures.length > 0 ? EXIT.failed : EXIT.done;
  },
});
