import { pythonFunctionMark } from '@understudy/tasks';

/** The text of a Python function, as the reference harness keeps functions of tasks. */
const PYTHON_TEXT = /^\s*(?:@|def |async def |lambda )/u;
/** How Python shows what it has no text of: `<function doc_to_text at 0x7fc9bdcdfa60>`, `functools.partial(<function …>, …)`. */
const PYTHON_ADDRESS = /^(?:<function |functools\.partial\()/u;

/** Whether a value is a function of which only its name and its place in some process's memory are known. */
export function isAddress(value: unknown): boolean {
  return typeof value === 'string' && PYTHON_ADDRESS.test(value);
}

/**
 * A text of a task's configuration with functions written in one way. Ours stand by their name, which stays the same as long as what they do;
 * the harness's by our name of them where we have one that does the same, else by a hash of their text, so that two versions of somebody's
 * function are two. One without a text stands by its name: it is equal to others of that name and to nothing else.
 */
export function functionMark(text: string): string {
  if (PYTHON_TEXT.test(text)) return pythonFunctionMark(text);
  return isAddress(text) ? text.replaceAll(/ at 0x[\da-f]+/giu, '') : text;
}
