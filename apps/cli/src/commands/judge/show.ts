import { judgeReport, judgeReportRecord } from '@understudy/arena';
import { EXIT } from '../../errors/exit-codes.js';
import { printJson } from '../../terminal/print-json.js';
import { defineCommand } from '../command.js';
import { openHomeArena } from '../open-home-arena.js';
import { findJudge } from './find-judge.js';
import { humanBattles } from './human-battles.js';
import { judgeReportOptions } from './judge-options.js';
import { judgeReportText } from './report-text.js';
import { storedJudgements } from './stored-judgements.js';

/** `understudy judge show JUDGE` */
export const judgeShow = defineCommand({
  options: judgeReportOptions,
  async run({ values, words }, context) {
    const { messages, stdout } = context;
    const [name = ''] = words;
    await using store = await openHomeArena(context);
    const judge = await findJudge(store, name, messages);
    const stored = await storedJudgements(store, judge);
    const report = judgeReport({
      judge,
      ...stored,
      models: await store.listModels(),
      baseline: values.baseline,
      humans: await humanBattles(store, { file: values.humans, questions: stored.questions }),
    });
    if (values.json) printJson(stdout, judgeReportRecord(report));
    else stdout.write(`${judgeReportText(report, messages.judge)}\n`);
    return EXIT.done;
  },
});
