import type { Area, Obligations } from '@understudy/catalog';
import type { MeasuredColumn } from '../measurements/measurements.js';
import type { ModelRef } from '../measurements/model-ref.js';

/** Which columns a board shows, and which of their numbers. */
export interface ColumnQuery {
  /** Names of tasks or groups, `*` for any characters; or keys of columns. */
  readonly tasks?: readonly string[] | undefined;
  readonly areas?: readonly Area[] | undefined;
  /** All metrics and filters of a task, and not only the one it is usually quoted by. */
  readonly allMetrics?: boolean | undefined;
  /** Also what belongs to a group with a column of its own, such as the subjects of `mmlu`. */
  readonly parts?: boolean | undefined;
  /** Milliseconds since 1970: only numbers measured since then. */
  readonly measuredSince?: number | undefined;
}

/** Which models and columns a board shows; everything by default. A model without a card passes no filter on what its card would say. */
export interface BoardQuery extends ColumnQuery {
  /** Content identities. */
  readonly models?: readonly string[] | undefined;
  /** Only models of these commercial uses, by all licences along their lineage; all where none is named. */
  readonly commercialUses?: readonly Obligations['commercialUse'][] | undefined;
  /** Only models whose weights one can have. */
  readonly open?: boolean | undefined;
  readonly minParameters?: number | undefined;
  readonly maxParameters?: number | undefined;
  /** ISO 639-1: only models that know all of them. */
  readonly languages?: readonly string[] | undefined;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, both ends included: when the model was released. */
  readonly releasedFrom?: string | undefined;
  readonly releasedTo?: string | undefined;
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
export function modelFilter(query: BoardQuery): (model: ModelRef) => boolean {
  const { models, commercialUses = [], open, minParameters, maxParameters } = query;
  const { languages = [], releasedFrom, releasedTo } = query;
  return ({ identity, card, obligations }) => {
    if (models !== undefined && !models.includes(identity)) return false;
    const use = obligations?.commercialUse;
    if (commercialUses.length > 0 && (use === undefined || !commercialUses.includes(use))) return false;
    if (open === true && (card === undefined || isWithheld(card.weights.status))) return false;
    const parameters = card?.parameters?.value;
    if (minParameters !== undefined && !(parameters !== undefined && parameters >= minParameters)) return false;
    if (maxParameters !== undefined && !(parameters !== undefined && parameters <= maxParameters)) return false;
    if (languages.some((language) => card?.languages.value.includes(language) !== true)) return false;
    const released = card?.released?.value;
    if (releasedFrom !== undefined && !(released !== undefined && released >= releasedFrom)) return false;
    // A month lies within the year that ends the span: `2023-07` is not after `2023`.
    return releasedTo === undefined || (released !== undefined && released.slice(0, releasedTo.length) <= releasedTo);
  };
}

function isWithheld(status: NonNullable<ModelRef['card']>['weights']['status']): boolean {
  return status === 'closed' || status === 'unreleased';
}

function toPattern(name: string): RegExp {
  const escaped = name.replaceAll(/[.+?^${}()|[\]\\]/gu, String.raw`\$&`).replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`, 'u');
}
