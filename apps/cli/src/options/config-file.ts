import { readFileSync } from 'node:fs';
import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { UsageError } from '../errors/usage-error.js';
import type { Messages } from '../messages/messages.js';
import type { GivenValue, GivenValues } from './given-values.js';
import { harnessOptions } from './harness/harness-options.js';
import type { OptionTable } from './option.js';

/** Whose options a config file has. */
export interface ConfiguredCommand {
  /** As one writes it: `eval`. */
  readonly name: string;
  readonly options: OptionTable;
}

/** Which keys a config file may have: each spelling of a flag, with the name its value gets. */
function keysOf(table: OptionTable): ReadonlyMap<string, string> {
  const own = Object.entries(table).map(([name, option]) => [option.flag.replace(/^no-/, ''), name] as const);
  const harness = harnessOptions.map(({ flag }) => [flag, flag] as const);
  return new Map([...own, ...harness].map(([flag, name]) => [flag.replaceAll('-', '_'), name]));
}

function readText(path: string, command: string, messages: Messages): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UsageError({
      code: 'config-unreadable',
      message: messages.errors.configUnreadable(path),
      hint: messages.errors.configHint(command),
      cause,
    });
  }
}

/** What a mapping says; undefined where its aliases lead in a circle, or grow beyond all measure. */
function plainValues(document: Document): Readonly<Record<string, unknown>> | undefined {
  try {
    const values = document.toJS() as Readonly<Record<string, unknown>>; // A mapping, as the caller has checked.
    JSON.stringify(values);
    return values;
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof TypeError) return undefined;
    throw error;
  }
}

/**
 * Options of a YAML file, keys as the flags are spelled: `num_fewshot: 5`.
 * Raises `UsageError` with file and line for what is not YAML, not a mapping, or not an option.
 */
export function readConfigFile(path: string, command: ConfiguredCommand, messages: Messages): GivenValues {
  const lines = new LineCounter();
  const document = parseDocument(readText(path, command.name, messages), { lineCounter: lines });
  const fail = (message: string, offset: number): never => {
    throw new UsageError({
      code: 'config-invalid',
      message: `${path}:${lines.linePos(offset).line}: ${message}`,
      hint: messages.errors.configHint(command.name),
    });
  };
  const [broken] = document.errors;
  if (broken !== undefined) return fail(broken.message, broken.pos[0]);
  if (document.contents === null) return {};
  if (!isMap(document.contents)) return fail(messages.errors.configNotMapping, 0);

  const keys = keysOf(command.options);
  const values = plainValues(document) ?? fail(messages.errors.configAliases, 0);
  const entries = document.contents.items.map(({ key: node }): readonly [string, GivenValue] => {
    const key = String(node);
    const offset = isScalar(node) ? (node.range?.[0] ?? 0) : 0;
    const name = keys.get(key.replaceAll('-', '_')) ?? fail(messages.errors.configKey(key), offset);
    return [name, { value: values[key] ?? undefined, origin: `${path}:${lines.linePos(offset).line}: ${key}` }];
  });
  return Object.fromEntries(entries.filter(([, { value }]) => value !== undefined));
}
