import { asksNothing, judge, type Area, type Criteria } from '@understudy/catalog';
import type { MeasuredColumn } from '../measurements/measurements.js';
import type { ModelRef } from '../measurements/model-ref.js';

/** Which columns a board shows. */
export interface ColumnQuery {
  /** Names of tasks or groups, `*` for any characters; or keys of columns. */
  readonly tasks?: readonly string[] | undefined;
  readonly areas?: readonly Area[] | undefined;
  /** All metrics and filters of a task, and not only the one it is usually quoted by. */
  readonly allMetrics?: boolean | undefined;
  /** Also what belongs to a group with a column of its own, such as the subjects of `mmlu`. */
  readonly parts?: boolean | undefined;
}

/** Which models and columns a board shows; everything by default. */
export interface BoardQuery extends ColumnQuery {
  /** What the models' cards are to say; a model without a card is left out as soon as anything is asked, and one whose card does not say it. */
  readonly criteria?: Omit<Criteria, 'maxMemory' | 'contextLength'> | undefined;
}

/** Whether the board shows a column; who names a part of a group gets it. */
export function columnFilter(query: ColumnQuery): (column: MeasuredColumn) => boolean {
  const { areas, allMetrics = false, parts = false } = query;
  const patterns = query.tasks?.map(toPattern);
  return ({ key, setting, area, isPart, isPrimary }) => {
    if (areas !== undefined && (area === undefined || !areas.includes(area))) return false;
    if (patterns === undefined) return (isPrimary || allMetrics) && (!isPart || parts);
    if (query.tasks?.includes(key) === true) return true;
    return (isPrimary || allMetrics) && patterns.some((pattern) => pattern.test(setting.task));
  };
}

/** Whether the board shows a model. */
export function modelFilter({ criteria = {} }: BoardQuery): (model: ModelRef) => boolean {
  if (asksNothing(criteria)) return () => true;
  return ({ card, obligations }) => {
    if (card === undefined || obligations === undefined) return false;
    return Object.values(judge({ card, obligations, memory: undefined }, criteria)).every((one) => one === 'met');
  };
}

function toPattern(name: string): RegExp {
  const escaped = name.replaceAll(/[.+?^${}()|[\]\\]/gu, String.raw`\$&`).replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`, 'u');
}
