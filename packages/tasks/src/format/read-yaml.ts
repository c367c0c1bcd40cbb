import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Tags } from 'yaml';
import { DataError } from '@understudy/core';
import { FunctionReference } from './function-reference.js';
import { formatLocation, type KeyPath } from './source-location.js';
import type { TaskFile } from './task-file.js';

const FUNCTION_TAG = '!function';

/** Keeps the text of the tag; `markFunctions` makes a reference of it, which knows its line. */
const functionTag = { tag: FUNCTION_TAG, resolve: (text: string) => text };

const TRUE_WORD = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE_WORD = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/;

/**
 * YAML 1.1 as PyYAML reads it: `no` is false, but `n` and `y` alone are texts (they are booleans in the YAML 1.1
 * standard, and in the library).
 */
function pythonTags(tags: Tags): Tags {
  const changed = tags.map((tag) => {
    if (typeof tag === 'string' || tag.collection !== undefined || tag.tag !== 'tag:yaml.org,2002:bool') return tag;
    const isTrue = tag.identify?.(true) === true;
    return { ...tag, test: isTrue ? TRUE_WORD : FALSE_WORD };
  });
  return [...changed, functionTag];
}

function markFunctions(document: Document, file: string, lines: LineCounter): void {
  visit(document, {
    Scalar(_key, node) {
      if (node.tag === FUNCTION_TAG) {
        node.value = new FunctionReference(String(node.value), file, lines.linePos(node.range?.[0] ?? 0).line);
      }
    },
  });
}

/** The line of the key or list item that `path` leads to, or of its nearest parent that exists. */
function findLine(document: Document, path: KeyPath, lines: LineCounter): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === part);
      if (!isScalar(pair?.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof part === 'number') {
      node = node.items[part];
      if (isNode(node)) offset = node.range?.[0] ?? offset;
    } else {
      break;
    }
  }
  return lines.linePos(offset).line;
}

/**
 * Reads the text of one task file (YAML 1.1, as the reference harness). Includes are not followed.
 * Throws `DataError` with file and line when it is not YAML or not a mapping.
 */
export function readYaml(text: string, file: string): TaskFile {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: '1.1',
    customTags: pythonTags,
    uniqueKeys: false,
    lineCounter: lines,
    prettyErrors: false,
  });
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem !== undefined) {
    const line = lines.linePos(problem.pos[0]).line;
    throw new DataError({
      code: 'task-file-not-yaml',
      message: `Reading the task file ${formatLocation({ file, line })} failed: it is not valid YAML: ${problem.message}`,
      hint: 'Mend the file at that line and run the command again.',
      values: { file, line },
    });
  }
  markFunctions(document, file, lines);
  const values: unknown = document.toJS();
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    throw new DataError({
      code: 'task-file-not-mapping',
      message: `Reading the task file ${file} failed: expected a mapping of keys to values (task: …, dataset_path: …).`,
      hint: 'See the files in the task library for examples.',
      values: { file },
    });
  }
  return {
    file,
    values: { ...values },
    locate: (path) => ({ file, line: findLine(document, path, lines) }),
  };
}
