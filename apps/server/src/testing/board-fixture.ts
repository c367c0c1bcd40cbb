import type { Contamination, ModelCard } from '@understudy/catalog';
import type { BoardCell, BoardColumn, Leaderboard } from '@understudy/evidence';

/** Areas of the made-up board, two columns each and in turn. */
const AREAS = ['knowledge', 'commonsense', 'reading', 'reasoning-math'] as const;

const FOUND: Contamination = {
  models: ['llama-2-7b'],
  benchmark: 'benchmark-0',
  finding: 'contaminated',
  statement: 'Test questions were found in the training data.',
  sources: ['arxiv:0000.00000'],
};

/** Numbers between 0 and 1, always the same for the same seed: a linear congruential generator (Numerical Recipes). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function madeColumn(number: number, models: number): BoardColumn {
  const area = AREAS[number % AREAS.length] ?? 'knowledge';
  return {
    key: `task-${number}-k`,
    setting: {
      task: `task_${number}`,
      version: '1.0',
      numFewshot: number % 2 === 0 ? 0 : 5,
      metric: 'acc',
      filter: 'none',
      usesChatTemplate: false,
      documents: 1000,
      documentsTotal: 1000,
      rest: String(number).padStart(64, '0'),
    },
    benchmark: {
      id: `benchmark-${number}`,
      name: `Benchmark ${number}`,
      areas: [area],
      languages: ['en'],
      tasks: [`task_${number}`],
      publishedAs: [],
      chance: 0.25,
      sources: ['made up'],
    },
    area,
    higherIsBetter: true,
    isProportion: true,
    isShare: true,
    isGroup: false,
    isPrimary: true,
    models,
  };
}

function madeCell(column: BoardColumn, model: number, random: () => number): BoardCell {
  const value = 0.2 + 0.7 * random();
  const standardError = Math.sqrt((value * (1 - value)) / 1000);
  return {
    column: column.key,
    value,
    standardError,
    lower: value - 1.96 * standardError,
    upper: value + 1.96 * standardError,
    count: 1000,
    runId: `20260101-${String(model).padStart(6, '0')}`,
    identity: String(model).padStart(64, '0'),
    failed: 0,
    otherRuns: [],
    measuredAt: Date.UTC(2026, 0, 1) + model * 60_000,
    isUnderpowered: model === 1,
    contamination: model === 0 && column.key === 'task-0-k' ? [FOUND] : [],
  };
}

/** A board of so many models, each with a cell in each of so many columns. Cards go round where there are fewer than models. */
export function testBoard(size: { models: number; columns: number }, cards: readonly ModelCard[] = []): Leaderboard {
  const random = numbers(7);
  const columns = Array.from({ length: size.columns }, (_, number) => madeColumn(number, size.models));
  const areas = AREAS.map((area) => ({
    area,
    columns: columns.filter((each) => each.area === area).map(({ key }) => key),
    models: size.models,
  })).filter((each) => each.columns.length > 0);
  const rows = Array.from({ length: size.models }, (_, model) => {
    const card = cards.length === 0 ? undefined : cards[model % cards.length];
    const cells = columns.map((each) => madeCell(each, model, random));
    return {
      model: {
        identity: String(model).padStart(64, '0'),
        name: card?.name ?? `model-${model}`,
        spec: card?.id ?? `model-${model}`,
        remote: undefined,
        card,
        obligations:
          card === undefined
            ? undefined
            : { commercialUse: card.licence.commercialUse, decidedBy: [card.id], obligations: [], teacher: null },
        quantization: 'Q4_1',
      },
      cells,
      areas: areas.map(({ area, columns: keys }) => {
        const parts = cells.filter((each) => keys.includes(each.column));
        const value = parts.reduce((sum, each) => sum + each.value, 0) / parts.length;
        return {
          area,
          columns: keys,
          value,
          standardError: 0.01,
          lower: value - 0.0196,
          upper: value + 0.0196,
          count: 1000 * parts.length,
          measuredAt: Date.UTC(2026, 0, 1),
          isUnderpowered: false,
          contamination: parts.flatMap((each) => each.contamination),
        };
      }),
    };
  });
  return { columns, areas, rows };
}
