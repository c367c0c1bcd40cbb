/** A place in a task file. */
export interface SourceLocation {
  readonly file: string;
  /** From 1; 0 when the value stands in no file. */
  readonly line: number;
}

/** Keys and list indices that lead from the top of a task file to a value. */
export type KeyPath = readonly (string | number)[];

/** `fewshot_config.samples[2].target`, as people write it. */
export function formatKeyPath(path: KeyPath): string {
  let text = '';
  for (const part of path) {
    text += typeof part === 'number' ? `[${part}]` : text === '' ? part : `.${part}`;
  }
  return text;
}

/** `file:line`, or the file alone where the line is not known. */
export function formatLocation(location: SourceLocation): string {
  return location.line > 0 ? `${location.file}:${location.line}` : location.file;
}
