import { openTaskLibrary, type TaskDefinition, type TaskGroup, type TaskNode } from '@understudy/tasks';
import { z } from 'zod';
import { EXIT } from '../../errors/exit-codes.js';
import type { Messages } from '../../messages/messages.js';
import { includePathOption } from '../../options/tables/include-path-option.js';
import { jsonOption } from '../../options/tables/json-option.js';
import { formatFields, type Field } from '../../terminal/fields.js';
import { printJson } from '../../terminal/print-json.js';
import { defineCommand } from '../command.js';

/** A `!function` of a task file: its name and where it was written. */
const functionReference = z.strictObject({ name: z.string(), file: z.string(), line: z.number() });

/** Functions by name, for JSON. */
function withoutFunctions(_key: string, value: unknown): unknown {
  const { data } = functionReference.safeParse(value);
  return data === undefined ? value : `!function ${data.name}`;
}

/** A value of a task file as it reads there: texts as they are, functions by name, the rest as JSON. */
function written(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const plain = withoutFunctions('', value);
  return typeof plain === 'string' ? plain : JSON.stringify(plain, withoutFunctions);
}

function names(values: readonly unknown[] | null | undefined): string | undefined {
  return values?.map((value) => written(value)).join(', ');
}

function taskFields({ config, file }: TaskDefinition, fields: Messages['tasks']['fields']): readonly Field[] {
  const { metadata } = config;
  return [
    [fields.measures, written(metadata['measures'])],
    [fields.data, names([config.dataset_path, config.dataset_name].filter((part) => typeof part === 'string'))],
    [fields.split, config.test_split ?? config.validation_split],
    [fields.licence, written(metadata['licence'])],
    [fields.output, config.output_type],
    [fields.shots, String(config.num_fewshot ?? 0)],
    [fields.metrics, names(config.metric_list?.map(({ metric }) => metric))],
    [fields.filters, names(config.filter_list?.map(({ name }) => name))],
    [fields.version, written(metadata['version'])],
    [fields.prompt, written(config.doc_to_text)],
    [fields.citation, written(metadata['citation'])],
    [fields.file, file],
  ];
}

function groupFields({ config, members }: TaskGroup, fields: Messages['tasks']['fields']): readonly Field[] {
  return [
    [fields.measures, written(config.metadata['measures'])],
    [fields.licence, written(config.metadata['licence'])],
    [fields.members, members.map(({ name }) => name).join(', ')],
    [fields.aggregates, names(config.aggregate_metric_list.map(({ metric }) => metric))],
    [fields.version, written(config.metadata['version'])],
  ];
}

function describe(node: TaskNode, { tasks }: Messages): string {
  const fields = node.kind === 'task' ? taskFields(node, tasks.fields) : groupFields(node, tasks.fields);
  return `${node.name} (${tasks.kind[node.kind]})\n${formatFields(fields)}`;
}

/** A node as data: the whole configuration, members and functions by name. */
function record(node: TaskNode): object {
  const { kind, name } = node;
  const config: unknown = JSON.parse(JSON.stringify(node.config, withoutFunctions));
  return node.kind === 'task'
    ? { kind, name, file: node.file, config }
    : { kind, name, config, members: node.members.map((member) => member.name) };
}

/** `understudy tasks show TASK…` */
export const tasksShow = defineCommand({
  options: { includePath: includePathOption, json: jsonOption },
  async run({ values, words }, { messages, stdout }) {
    const library = await openTaskLibrary({ includePaths: values.includePath });
    const { roots } = await library.select(words);
    if (values.json) printJson(stdout, { tasks: roots.map(record) });
    else stdout.write(`${roots.map((node) => describe(node, messages)).join('\n\n')}\n`);
    return EXIT.done;
  },
});
