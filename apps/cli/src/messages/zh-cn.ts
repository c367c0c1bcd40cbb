import type { Messages } from './messages.js';
import { advise } from './zh-cn/advise.js';
import { arena } from './zh-cn/arena.js';
import { chat } from './zh-cn/chat.js';
import { commands } from './zh-cn/commands.js';
import { errorSummaries } from './zh-cn/error-summaries.js';
import { errors } from './zh-cn/errors.js';
import { evaluation, progress } from './zh-cn/eval.js';
import { expects } from './zh-cn/expects.js';
import { harnessNotes } from './zh-cn/harness-notes.js';
import { help } from './zh-cn/help.js';
import { judge } from './zh-cn/judge.js';
import { knowledge } from './zh-cn/knowledge.js';
import { leaderboard } from './zh-cn/leaderboard.js';
import { models } from './zh-cn/models.js';
import { optionGroups, options } from './zh-cn/options.js';
import { optionsPage } from './zh-cn/options-page.js';
import { agreement, ratings } from './zh-cn/ratings.js';
import { report, summary } from './zh-cn/report.js';
import { diff, runs } from './zh-cn/runs.js';
import { serve } from './zh-cn/serve.js';
import { site } from './zh-cn/site.js';
import { tasks } from './zh-cn/tasks.js';

/** 简体中文。 */
export const zhCn: Messages = {
  advise,
  help,
  commands,
  optionGroups,
  options,
  harnessNotes,
  expects,
  progress,
  eval: evaluation,
  report,
  summary,
  optionsPage,
  knowledge,
  models,
  tasks,
  runs,
  diff,
  leaderboard,
  ratings,
  serve,
  site,
  agreement,
  arena,
  chat,
  judge,
  errorSummaries,
  errors,
};
