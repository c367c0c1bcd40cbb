import { existsSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '@understudy/core';
import type { FunctionReference } from '../format/function-reference.js';
import { suggest } from '../format/near-names.js';
import { taskFunctions, type TaskFunction } from '../functions/task-functions.js';

type Kind = TaskFunction['kind'];

/** True where the reference means a Python file beside the task file, as in lm-evaluation-harness. */
function isPython(reference: FunctionReference): boolean {
  const module = reference.name.split('.').slice(0, -1).join('/');
  return module !== '' && existsSync(path.join(path.dirname(reference.file), `${module}.py`));
}

/**
 * The function that a task file's `!function` names, from our own table. Throws `UserError` for an unknown one, for one that
 * belongs under another key, and for Python functions of third-party folders, which cannot run yet.
 */
export function findTaskFunction<K extends Kind>(
  reference: FunctionReference,
  kind: K,
  key: string,
): Extract<TaskFunction, { readonly kind: K }> {
  const where = `${reference.file}:${reference.line}: ${key}: !function ${reference.name}`;
  const values = { file: reference.file, line: reference.line, key, function: reference.name };
  if (isPython(reference)) {
    throw new UserError({
      code: 'task-function-python',
      message: `${where} is a Python function beside the task file, and Python functions cannot run here yet.`,
      hint: 'Write the key as a template, or take a task whose file has no !function.',
      values,
    });
  }
  const found = Object.hasOwn(taskFunctions, reference.name) ? taskFunctions[reference.name] : undefined;
  if (found === undefined || !isOfKind(found, kind)) {
    const fitting = Object.entries(taskFunctions).flatMap(([name, each]) => (isOfKind(each, kind) ? [name] : []));
    throw new UserError({
      code: 'task-function-unknown',
      message: `${where}: there is no such function for this key.`,
      hint: suggest(reference.name, fitting, `There are ${fitting.join(', ')}.`),
      values,
    });
  }
  return found;
}

function isOfKind<K extends Kind>(found: TaskFunction, kind: K): found is Extract<TaskFunction, { readonly kind: K }> {
  return found.kind === kind;
}
