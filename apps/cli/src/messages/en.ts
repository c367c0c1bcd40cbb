import { advise } from './en/advise.js';
import { arena } from './en/arena.js';
import { chat } from './en/chat.js';
import { commands } from './en/commands.js';
import { errorSummaries } from './en/error-summaries.js';
import { errors } from './en/errors.js';
import { evaluation, progress } from './en/eval.js';
import { expects } from './en/expects.js';
import { harnessNotes } from './en/harness-notes.js';
import { help } from './en/help.js';
import { judge } from './en/judge.js';
import { knowledge } from './en/knowledge.js';
import { leaderboard } from './en/leaderboard.js';
import { models } from './en/models.js';
import { optionGroups, options } from './en/options.js';
import { optionsPage } from './en/options-page.js';
import { agreement, ratings } from './en/ratings.js';
import { report, summary } from './en/report.js';
import { diff, runs } from './en/runs.js';
import { serve } from './en/serve.js';
import { site } from './en/site.js';
import { tasks } from './en/tasks.js';

/** English, the language the texts are written in first. Its shape is what every other language must have. */
export const en = {
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
