import type { Messages } from './messages.js';
import { advise } from './zh-cn/advise.js';
import { app } from './zh-cn/app.js';
import { arena } from './zh-cn/arena.js';
import { areas, areasInSentences } from './zh-cn/areas.js';
import { errors } from './zh-cn/errors.js';
import { filter, table } from './zh-cn/filter.js';
import { home } from './zh-cn/home.js';
import { board } from './zh-cn/leaderboard.js';
import { arenaRatings, planning, standIn } from './zh-cn/ratings.js';
import { audit, exchange, keys, people, planner, study } from './zh-cn/manage.js';
import { agreement, heatMap, judges, pairs, snapshots } from './zh-cn/results.js';
import { compare, runs, samples } from './zh-cn/runs.js';
import { session } from './zh-cn/session.js';
import { capabilities } from './zh-cn/capabilities.js';
import { claims } from './zh-cn/claims.js';
import { comparison } from './zh-cn/comparison.js';
import { lineage } from './zh-cn/lineage.js';
import { model } from './zh-cn/model.js';
import { models } from './zh-cn/models.js';
import { studies } from './zh-cn/studies.js';
import { timeline } from './zh-cn/timeline.js';
import { words } from './zh-cn/words.js';

/** 简体中文。 */
export const zhCn: Messages = {
  advise,
  app,
  areas,
  areasInSentences,
  home,
  board,
  session,
  studies,
  study,
  planner,
  arena,
  filter,
  table,
  arenaRatings,
  standIn,
  planning,
  heatMap,
  agreement,
  judges,
  pairs,
  snapshots,
  people,
  keys,
  audit,
  exchange,
  words,
  models,
  model,
  comparison,
  runs,
  samples,
  compare,
  timeline,
  lineage,
  claims,
  capabilities,
  errors,
};
