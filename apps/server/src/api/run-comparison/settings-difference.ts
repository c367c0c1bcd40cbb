import type { JsonObject, RunTask } from '@understudy/store';

/** A setting that differs, as JSON text; null where one side has none. */
export interface SettingDifference {
  readonly name: string;
  readonly first: string | null;
  readonly second: string | null;
}

/** What says why or where, and changes no result. */
const PASSING = new Set(['reason', 'threads', 'server', 'metadata']);

/** What another model brings along by itself. Its context is its own too; prompts that did not fit are marked in the samples. */
const OF_THE_MODEL = new Set(['identity', 'architecture', 'parameters', 'contextLength']);

/** The settings in which two objects differ, by their paths; lists count as wholes. */
export function settingDifferences(first: JsonObject, second: JsonObject, path = ''): readonly SettingDifference[] {
  const isOtherModel = first['identity'] !== second['identity'];
  const names = [...new Set([...Object.keys(first), ...Object.keys(second)])].filter(
    (name) => !PASSING.has(name) && !(isOtherModel && OF_THE_MODEL.has(name)),
  );
  return names.flatMap((name) => {
    const [one, other] = [first[name] ?? null, second[name] ?? null];
    const place = path === '' ? name : `${path}.${name}`;
    if (isObject(one) && isObject(other)) return settingDifferences(one, other, place);
    const [text, otherText] = [toText(one), toText(other)];
    return text === otherText ? [] : [{ name: place, first: text, second: otherText }];
  });
}

/** The settings in which a task of two runs differs: those of its file, its version, examples and documents. */
export function taskDifferences(first: RunTask, second: RunTask): readonly SettingDifference[] {
  return settingDifferences(taskSettings(first), taskSettings(second));
}

function taskSettings({ version, numFewshot, documentsExpected, config }: RunTask): JsonObject {
  return { ...config, version, num_fewshot: numFewshot, documents: documentsExpected };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toText(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
