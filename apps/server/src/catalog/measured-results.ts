import type { z } from '@hono/zod-openapi';
import type { MeasuredColumn, Measurements } from '@understudy/evidence';
import type { MeasuredResult } from '../api/catalog/model-schema.js';

type Result = z.infer<typeof MeasuredResult>;

/** The place of a value among all of its column, equal values sharing the better one; null where nobody says which way is better. */
function rankOf(value: number, { higherIsBetter, measurements }: MeasuredColumn): number | null {
  if (higherIsBetter === null) return null;
  return 1 + measurements.filter((other) => (higherIsBetter ? other.value > value : other.value < value)).length;
}

/** Our results of the files that belong to a card: whole tasks, each in the setting in which it was asked. */
export function measuredResults(cardId: string, { models, columns }: Measurements): readonly Result[] {
  return columns
    .filter(({ isPrimary, isPart }) => isPrimary && !isPart)
    .flatMap((column) =>
      column.measurements.flatMap((measurement): Result[] => {
        const model = models.get(measurement.identity);
        if (model?.card?.id !== cardId) return [];
        const { task, numFewshot, metric, filter, usesChatTemplate, documents, documentsTotal } = column.setting;
        const { value, lower, upper, count, runId } = measurement;
        return [
          {
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
            quantization: model.quantization ?? null,
            rank: rankOf(value, column),
            models: column.measurements.length,
          },
        ];
      }),
    );
}
