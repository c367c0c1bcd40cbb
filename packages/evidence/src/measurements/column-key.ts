import { digest } from './digest.js';
import type { Setting } from './setting.js';

/** A column's name for addresses: its task, and what tells its setting from others, e.g. `arc_easy~3f2a9c01be`. */
export function columnKey(setting: Setting): string {
  return `${setting.task}~${digest(setting).slice(0, 10)}`;
}
