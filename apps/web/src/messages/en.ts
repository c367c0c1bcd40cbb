import { advise } from './en/advise.js';
import { app } from './en/app.js';
import { arena } from './en/arena.js';
import { areas, areasInSentences } from './en/areas.js';
import { errors } from './en/errors.js';
import { filter, table } from './en/filter.js';
import { home } from './en/home.js';
import { board } from './en/leaderboard.js';
import { arenaRatings, planning, standIn } from './en/ratings.js';
import { audit, exchange, keys, people, planner, study } from './en/manage.js';
import { agreement, heatMap, judges, pairs, snapshots } from './en/results.js';
import { compare, runs, samples } from './en/runs.js';
import { session } from './en/session.js';
import { capabilities } from './en/capabilities.js';
import { claims } from './en/claims.js';
import { comparison } from './en/comparison.js';
import { lineage } from './en/lineage.js';
import { model } from './en/model.js';
import { models } from './en/models.js';
import { studies } from './en/studies.js';
import { timeline } from './en/timeline.js';
import { words } from './en/words.js';

/** English, the language the texts are written in first. Its shape is what every other language must have. */
export const en = {
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
