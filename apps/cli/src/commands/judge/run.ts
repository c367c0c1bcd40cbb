import {
  judgeReport,
  judgeReportRecord,
  planGames,
  readJudgePrompt,
  runJudge,
  type Game,
  type JudgePrompt,
  type JudgeRunOutcome,
  type OpenJudge,
} from '@understudy/arena';
import type { ArenaStore } from '@understudy/store';
import { EXIT } from '../../errors/exit-codes.js';
import { UsageError } from '../../errors/usage-error.js';
import type { OptionValues } from '../../options/option.js';
import { printJson } from '../../terminal/print-json.js';
import type { ProgressDisplay } from '../../terminal/progress-display.js';
import { showProgress } from '../../terminal/show-progress.js';
import type { CommandContext } from '../command-context.js';
import { defineCommand } from '../command.js';
import { openHomeArena } from '../open-home-arena.js';
import { printDryRun } from './dry-run.js';
import { humanBattles } from './human-battles.js';
import { judgeMaterial, type JudgeMaterial } from './judge-material.js';
import { judgeRunOptions } from './judge-options.js';
import { judgeProgressLine } from './judge-progress-line.js';
import { openJudgeModel } from './open-judge-model.js';
import { judgeReportText } from './report-text.js';

type Values = OptionValues<typeof judgeRunOptions>;

/** The prompt for the mode. Raises `UsageError` for one of another mode. */
async function promptFor({ prompt: name, mode }: Values, { messages }: CommandContext): Promise<JudgePrompt> {
  const prompt = await readJudgePrompt(name ?? mode);
  if (prompt.mode === mode) return prompt;
  throw new UsageError({
    message: messages.judge.promptMode(prompt.name, prompt.mode, mode),
    hint: messages.errors.seeHelp,
  });
}

async function judgeAll(
  judge: OpenJudge,
  games: readonly Game[],
  {
    store,
    display,
    context,
  }: { readonly store: ArenaStore; readonly display: ProgressDisplay; readonly context: CommandContext },
): Promise<JudgeRunOutcome> {
  const steps = runJudge({ store, judge, games, signal: context.signal });
  for (;;) {
    const { done, value } = await steps.next();
    if (done === true) return value;
    display.update(judgeProgressLine(value, context.messages.judge));
  }
}

/** The report is on what was asked for, not on everything that this judge ever judged. */
async function printRunReport(
  { judge }: JudgeRunOutcome,
  {
    values,
    store,
    material,
    games,
  }: {
    readonly values: Values;
    readonly store: ArenaStore;
    readonly material: JudgeMaterial;
    readonly games: readonly Game[];
  },
  { messages, stdout }: CommandContext,
): Promise<void> {
  const judgements = [];
  for await (const judgement of store.judgements({ judgeId: judge.id })) {
    if (judgement.run < values.repeats && judgement.turn <= (values.turns ?? Infinity)) judgements.push(judgement);
  }
  const pairs = new Set(games.map(({ first, second }) => `${first.id} ${second?.id ?? ''}`));
  const report = judgeReport({
    judge,
    judgements: judgements.filter((each) => pairs.has(`${each.firstAnswerId} ${each.secondAnswerId ?? ''}`)),
    questions: material.questions,
    answers: material.answers,
    models: await store.listModels(),
    baseline: values.baseline,
    humans: await humanBattles(store, { file: values.humans, questions: material.questions }),
  });
  if (values.json) printJson(stdout, judgeReportRecord(report));
  else stdout.write(`${judgeReportText(report, messages.judge)}\n`);
}

/** `understudy judge run --judge SPEC --questions SET --answers FILE …` */
export const judgeRun = defineCommand({
  options: judgeRunOptions,
  async run({ values }, context) {
    const { messages, stderr } = context;
    const prompt = await promptFor(values, context);
    await using store = await openHomeArena(context);
    const material = await judgeMaterial(store, values, messages);
    const { mode, baseline, turns, repeats } = values;
    const games = planGames({ mode, ...material, baseline, turns, runs: repeats });
    using display = showProgress(stderr);
    await using opened = await openJudgeModel(values, { prompt, display, context });
    const { judge } = opened;
    if (values.dryRun) {
      display.clear();
      return await printDryRun({ judge, games, store, json: values.json }, context);
    }
    display.note(messages.judge.opened(judge.judge.id, judge.form));
    const outcome = await judgeAll(judge, games, { store, display, context });
    display.clear();
    await printRunReport(outcome, { values, store, material, games }, context);
    if (outcome.status === 'finished') return EXIT.done;
    stderr.write(`${messages.judge.stopped}\n`);
    return EXIT.interrupted;
  },
});
