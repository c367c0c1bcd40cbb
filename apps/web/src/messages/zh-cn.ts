import type { Messages } from './messages.js';
import { app } from './zh-cn/app.js';
import { arena } from './zh-cn/arena.js';
import { filter, table } from './zh-cn/filter.js';
import { arenaRatings, planning, standIn } from './zh-cn/ratings.js';
import { audit, exchange, keys, people, planner, study } from './zh-cn/manage.js';
import { agreement, heatMap, judges, pairs, snapshots } from './zh-cn/results.js';
import { compare, runs, samples } from './zh-cn/runs.js';
import { session } from './zh-cn/session.js';
import { studies } from './zh-cn/studies.js';

/** 简体中文。 */
export const zhCn: Messages = {
  app,
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
  runs,
  samples,
  compare,
};
