import { textTable } from '../text-table.js';
import type { ScoreRow } from './compare-all-scores.js';
import { rowLabel } from './row-label.js';
import { reachesTargets, summariseScores, TARGETS, type ScoreSummary } from './score-summary.js';

/** All rows of one model with one engine. */
export interface EngineScores {
  readonly model: string;
  readonly engine: ScoreRow['engine'];
  readonly rows: readonly ScoreRow[];
  readonly summary: ScoreSummary;
  readonly failures: readonly string[];
  readonly isGood: boolean;
}

export function groupByEngine(rows: readonly ScoreRow[]): readonly EngineScores[] {
  const keys = [...new Set(rows.map(({ model, engine }) => `${model} ${engine}`))];
  return keys.flatMap((key) => {
    const own = rows.filter(({ model, engine }) => `${model} ${engine}` === key);
    const [first] = own;
    if (first === undefined) return [];
    const { model, engine } = first;
    const summary = summariseScores(own.flatMap(({ comparison }) => ('error' in comparison ? [] : [comparison])));
    const failures = own.flatMap(({ row, comparison }) =>
      'error' in comparison ? [`${rowLabel(row).join(' ')}: ${comparison.error}`] : [],
    );
    return [
      { model, engine, rows: own, summary, failures, isGood: failures.length === 0 && reachesTargets(summary, engine) },
    ];
  });
}

/** One model with one engine: a line a row, all rows together, and what is asked of them. */
export function scoreReport({ model, engine, rows, summary, failures, isGood }: EngineScores): string {
  const lines = rows.flatMap(({ row, comparison }) =>
    'error' in comparison ? [] : [[...rowLabel(row), ...cells(summariseScores([comparison]))]],
  );
  const table = textTable({
    head: [
      'task',
      'shots',
      'prompt',
      'n',
      'requests',
      'arg-max',
      'median',
      'p99',
      'max |Δ|',
      'metrics',
      'texts',
      'differ at',
    ],
    rows: [...lines, ['all', '', '', ...cells(summary)]],
    right: [1, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  });
  const { sameArgMax, median } = TARGETS[engine];
  const verdict = `asked: arg-max ≥ ${(100 * sameArgMax).toFixed(1)}%, median ≤ ${median} nats: ${isGood ? 'reached' : 'NOT reached'}`;
  const { otherRequests, failedRequests } = summary;
  const uncompared =
    otherRequests + failedRequests > 0
      ? [`not compared: ${otherRequests} requests have another text, ${failedRequests} failed`]
      : [];
  return [
    `${model}, ${engine} in float32, against lm-eval hf float32`,
    table,
    ...uncompared,
    ...failures,
    verdict,
  ].join('\n');
}

function cells(summary: ScoreSummary): readonly string[] {
  const { samples, requests, sameArgMax, texts } = summary;
  return [
    String(samples),
    String(requests),
    sameArgMax === undefined ? '' : `${(100 * sameArgMax).toFixed(1)}%`,
    nats(summary.median),
    nats(summary.p99),
    nats(summary.max),
    `${summary.sameMetrics}/${samples}`,
    texts === 0 ? '' : `${summary.sameTexts}/${texts}`,
    summary.firstDifference?.toFixed(0) ?? '',
  ];
}

function nats(value: number | undefined): string {
  return value?.toFixed(5) ?? '';
}

/** Benchmarks that are to be compared with each model, plain. */
const TASKS: readonly string[] = (
  'arc_challenge arc_easy boolq drop gsm8k gsm8k_cot hellaswag lambada_openai medmcqa medqa_4options mmlu openbookqa ' +
  'piqa pubmedqa race triviaqa truthfulqa_mc1 truthfulqa_mc2 wikitext winogrande'
).split(' ');

/** Benchmarks of which there is no fixture with this model's scores. */
export function missingTasks(rows: readonly { readonly row: ScoreRow['row'] }[]): readonly string[] {
  const present = new Set(rows.map(({ row }) => row.task.replace(/^mmlu_.*/, 'mmlu')));
  return TASKS.filter((task) => !present.has(task));
}
