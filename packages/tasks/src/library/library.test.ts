import { describe, expect, it } from 'vitest';
import { createFilterPipelines } from '../filters/filter-pipeline.js';
import type { TaskDefinition, TaskNode } from '../format/task-definition.js';
import { FunctionReference } from '../format/function-reference.js';
import { taskFunctions } from '../functions/task-functions.js';
import { createTaskMetrics } from '../metrics/task-metrics.js';
import { openTaskLibrary } from '../registry/task-library.js';

const library = openTaskLibrary();

function leaves(node: TaskNode): readonly TaskDefinition[] {
  return node.kind === 'task' ? [node] : node.members.flatMap(leaves);
}

async function allTasks(): Promise<readonly TaskDefinition[]> {
  const opened = await library;
  const names = opened.list().flatMap(({ kind, name }) => (kind === 'task' ? [name] : []));
  return (await opened.select(names)).tasks;
}

function functionsOf(value: unknown): readonly string[] {
  if (value instanceof FunctionReference) return [value.name];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(functionsOf) : [];
}

describe('the task library', () => {
  it('has every benchmark under its name', async () => {
    const names = (await library).list().map(({ name }) => name);
    const wanted =
      'boolq hellaswag winogrande piqa arc_easy arc_challenge openbookqa race drop gsm8k gsm8k_cot mmlu triviaqa sciq ' +
      'medqa_4options medmcqa pubmedqa truthfulqa_mc1 truthfulqa_mc2 lambada_openai wikitext quick';
    expect(names).toEqual(expect.arrayContaining(wanted.split(' ')));
  });

  it('says of every task and group what it measures, the licence of its data and whom to cite', async () => {
    const silent = (await library)
      .list()
      .filter(({ kind, measures, licence }) => kind !== 'tag' && !(measures && licence));
    expect(silent).toEqual([]);
    expect((await allTasks()).filter(({ config }) => typeof config.metadata['citation'] !== 'string')).toEqual([]);
  });

  it('has 57 subjects of MMLU in four groups, and none of the quick suite among them', async () => {
    const { roots } = await (await library).select(['mmlu']);
    const [mmlu] = roots;
    if (mmlu?.kind !== 'group') throw new Error('mmlu is no group');
    expect(mmlu.members.map((group) => [group.name, leaves(group).length])).toEqual([
      ['mmlu_stem', 19],
      ['mmlu_other', 13],
      ['mmlu_social_sciences', 12],
      ['mmlu_humanities', 13],
    ]);
    expect(leaves(mmlu).filter(({ name }) => name.startsWith('quick'))).toEqual([]);
  });

  it('names only functions, filters and metrics that exist', async () => {
    for (const { name, config } of await allTasks()) {
      const unknown = functionsOf(config).filter((reference) => !Object.hasOwn(taskFunctions, reference));
      expect({ name, unknown }).toEqual({ name, unknown: [] });
      createFilterPipelines(config.filter_list ?? undefined);
      createTaskMetrics({
        outputType: config.output_type,
        metricList: config.metric_list ?? undefined,
        hasProcessResults: config.process_results !== undefined && config.process_results !== null,
      });
    }
  });

  it('uses every function of the table', async () => {
    const used = new Set((await allTasks()).flatMap(({ config }) => functionsOf(config)));
    expect(Object.keys(taskFunctions).filter((name) => !used.has(name))).toEqual([]);
  });
});
