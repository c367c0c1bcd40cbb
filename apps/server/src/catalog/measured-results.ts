import type { z } from '@hono/zod-openapi';
import type { MeasuredColumn, Measurement, Measurements } from '@understudy/evidence';
import type { MeasuredResult } from '../api/catalog/model-schema.js';

type Result = z.infer<typeof MeasuredResult>;

/** A number of a model, in the column that it belongs to. */
interface Place {
  readonly column: MeasuredColumn;
  readonly measurement: Measurement;
}

/** Of the measurements that somebody asked about: a thousand models on sixty tasks are too many to look through for every card. */
const placesOf = new WeakMap<Measurements, ReadonlyMap<string, readonly Place[]>>();

/** Numbers of whole tasks by the id of the card to which their model belongs. */
function placesByCard(measurements: Measurements): ReadonlyMap<string, readonly Place[]> {
  const known = placesOf.get(measurements);
  if (known !== undefined) return known;
  const places = new Map<string, Place[]>();
  for (const column of measurements.columns) {
    if (!column.isPrimary || column.isPart) continue;
    for (const measurement of column.measurements) {
      const card = measurements.models.get(measurement.identity)?.card;
      if (card === undefined) continue;
      const ofCard = places.get(card.id);
      if (ofCard === undefined) places.set(card.id, [{ column, measurement }]);
      else ofCard.push({ column, measurement });
    }
  }
  placesOf.set(measurements, places);
  return places;
}

/** The place of a value among all of its column, equal values sharing the better one; null where nobody says which way is better. */
function rankOf(value: number, { higherIsBetter, measurements }: MeasuredColumn): number | null {
  if (higherIsBetter === null) return null;
  return 1 + measurements.filter((other) => (higherIsBetter ? other.value > value : other.value < value)).length;
}

/** How many tasks the files that belong to a card were measured on. */
export function countMeasuredTasks(cardId: string, measurements: Measurements): number {
  const places = placesByCard(measurements).get(cardId) ?? [];
  return new Set(places.map(({ column }) => column.setting.task)).size;
}

/** Our results of the files that belong to a card: whole tasks, each in the setting in which it was asked. */
export function measuredResults(cardId: string, measurements: Measurements): readonly Result[] {
  const places = placesByCard(measurements).get(cardId) ?? [];
  return places.map(({ column, measurement }): Result => {
    const { task, numFewshot, metric, filter, usesChatTemplate, documents, documentsTotal } = column.setting;
    const { identity, value, lower, upper, count, runId } = measurement;
    return {
      column: column.key,
      area: column.area ?? null,
      benchmark: column.benchmark?.name ?? null,
      task,
      numFewshot,
      metric,
      filter,
      usesChatTemplate,
      documents,
      documentsTotal,
      value,
      lower,
      upper,
      count,
      runId,
      higherIsBetter: column.higherIsBetter,
      isProportion: column.isProportion,
      isGroup: column.isGroup,
      quantization: measurements.models.get(identity)?.quantization ?? null,
      rank: rankOf(value, column),
      models: column.measurements.length,
    };
  });
}
