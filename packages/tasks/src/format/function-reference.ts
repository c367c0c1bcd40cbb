/** What a task file's `!function module.name` says, before it is looked up. */
export class FunctionReference {
  /** As written, e.g. `hellaswag.processDocs`. */
  readonly name: string;
  /** Full path of the file that contains the tag. */
  readonly file: string;
  /** Line in that file, from 1. */
  readonly line: number;

  constructor(name: string, file: string, line: number) {
    this.name = name;
    this.file = file;
    this.line = line;
  }
}
