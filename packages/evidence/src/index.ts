export type * from './capability/capability-map.js';
export type * from './leaderboard/leaderboard.js';
export type * from './measurements/model-ref.js';
export type * from './measurements/setting.js';
