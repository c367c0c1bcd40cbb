/** A chat template and what its authors say belongs to it. */
export interface ChatTemplate {
  /** What it is called: `model`, its name in the catalog, or the path of its file. */
  readonly name: string;
  /** Who gave it: the model's own file, the catalog, or the user by a file. */
  readonly origin: 'model' | 'catalog' | 'file';
  /** Jinja, as transformers renders it. */
  readonly jinja: string;
  /** System message of a conversation that has none; empty where the authors write an empty one, undefined where they write none. */
  readonly system: string | undefined;
  /** An answer ends before the first of them, beside the stop strings of the request. */
  readonly stop: readonly string[];
  /** `one`: made for a question and its answer; a second question is refused. */
  readonly turns: 'one' | 'many';
}
