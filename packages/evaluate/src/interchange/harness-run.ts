import { createHash } from 'node:crypto';
import type { JsonObject, NewRun, RunTask } from '@understudy/store';
import { aggregateGroup } from '@understudy/tasks';
import { leavesOf, type StoredAggregate, type StoredNode } from '../report/stored-selection.js';
import type { HarnessResults } from './harness-schema.js';
import { rawMembers } from './raw-members.js';

/** Relative difference below which two means are the same. */
const SAME = 1e-9;

/** A results file as a run of ours. `text` is the whole file; its hash makes the fingerprint, so that a file is imported once. */
export function toRun(results: HarnessResults, text: string): NewRun {
  const { config } = results;
  const model = results.model_name ?? 'unknown';
  const sha = config['model_sha'];
  return {
    fingerprint: createHash('sha256').update(text).digest('hex'),
    model,
    identity: typeof sha === 'string' && sha !== '' ? sha : `lm-eval:${model}`,
    source: 'lm-eval',
    engine: {
      engine: results.model_source ?? config['model'] ?? 'unknown',
      build: `lm-evaluation-harness ${results.lm_eval_version ?? '?'}, transformers ${results.transformers_version ?? '?'}`,
      compute: config['model_dtype'] ?? null,
      parameters: config['model_num_parameters'] ?? null,
      contextLength: results.max_length ?? null,
    },
    settings: settingsOf(results),
    command: { model_args: config['model_args'] ?? null },
    selection: { roots: rootsOf(results) },
    seed: numberOr(config['fewshot_seed'], 1234),
    version: results.lm_eval_version ?? '',
    createdAt: results.date === undefined ? undefined : Math.round(results.date * 1000),
  };
}

/** The leaf tasks, in the order of the results. */
export function toTasks(results: HarnessResults, text: string): readonly RunTask[] {
  const versions = rawMembers(rawMembers(text).get('versions') ?? '{}');
  return Object.keys(results.results)
    .filter((name) => name in results.configs)
    .map((task) => {
      const counts = results['n-samples'][task];
      return {
        task,
        version: versionText(versions.get(task)),
        numFewshot: results['n-shot'][task] ?? 0,
        documentsTotal: counts?.original ?? 0,
        documentsExpected: counts?.effective ?? 0,
        higherIsBetter: directions(results.higher_is_better[task]),
        config: results.configs[task] ?? {},
      };
    });
}

/** How long the run took, in milliseconds. */
export function elapsedMsOf({ total_evaluation_time_seconds: seconds }: HarnessResults): number {
  const elapsed = Number(seconds ?? 0) * 1000;
  return Number.isFinite(elapsed) ? elapsed : 0;
}

function settingsOf(results: HarnessResults): JsonObject {
  const { config } = results;
  return {
    limit: config['limit'] ?? undefined,
    genKwargs: config['gen_kwargs'] ?? {},
    systemInstruction: results.system_instruction ?? undefined,
    applyChatTemplate: results.chat_template ?? false,
    fewshotAsMultiturn: results.fewshot_as_multiturn ?? undefined,
    seeds: {
      random: config['random_seed'],
      numpy: config['numpy_seed'],
      torch: config['torch_seed'],
      fewshot: config['fewshot_seed'],
    },
  };
}

/** The trees of groups, and the tasks that stand alone. */
function rootsOf(results: HarnessResults): readonly StoredNode[] {
  const subtasks = results.group_subtasks;
  const members = new Set(Object.values(subtasks).flat());
  return [...Object.keys(subtasks), ...Object.keys(results.configs)]
    .filter((name) => !members.has(name))
    .map((name) => toNode(name, results));
}

function toNode(name: string, results: HarnessResults): StoredNode {
  const members = results.group_subtasks[name];
  if (members === undefined) return { kind: 'task', name };
  const nodes = members.map((member) => toNode(member, results));
  const { alias, ...group } = results.results[name] ?? {};
  return {
    kind: 'group',
    name,
    config: {
      group_alias: typeof alias === 'string' ? alias : undefined,
      aggregate_metric_list: aggregatesOf(group, leavesOf(nodes), results),
      metadata: { version: results.versions[name] ?? 'N/A' },
    },
    members: nodes,
  };
}

/** A results file keeps what groups came to, but not how: whether by size is found by computing both. */
function aggregatesOf(
  group: JsonObject,
  leaves: readonly string[],
  results: HarnessResults,
): readonly StoredAggregate[] {
  return Object.entries(group).flatMap(([key, value]) => {
    const [metric = '', filter] = key.split(',');
    if (typeof value !== 'number' || filter === undefined || metric.endsWith('_stderr')) return [];
    const parts = leaves.flatMap((leaf) => {
      const { [key]: part, sample_len: size } = results.results[leaf] ?? {};
      return typeof part === 'number' && typeof size === 'number'
        ? [{ value: part, standardError: undefined, size }]
        : [];
    });
    const bySize = aggregateGroup(parts, true).value;
    return [{ metric, filter_list: [filter], weight_by_size: Math.abs(bySize - value) <= SAME * Math.abs(value) }];
  });
}

function directions(values: Readonly<Record<string, boolean | null>> | undefined): Readonly<Record<string, boolean>> {
  return Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}

/** A version as it is written: `1.0`, and `Yaml` without its quotes. */
function versionText(raw: string | undefined): string {
  if (raw === undefined) return 'N/A';
  return raw.startsWith('"') ? (JSON.parse(raw) as string) : raw;
}

function numberOr(value: unknown, fallback: number): number {
  return typeof value === 'number' ? value : fallback;
}
