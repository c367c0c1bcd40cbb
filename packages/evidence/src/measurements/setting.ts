/** How a task was asked. Numbers of one task may stand in one column only where all of this is equal. */
export interface Setting {
  /** A leaf task, or a group such as `mmlu` whose leaves are taken together. */
  readonly task: string;
  /** Of a group its own; those of its leaves are in `rest`. */
  readonly version: string;
  /** Null for a group whose leaves differ. */
  readonly numFewshot: number | null;
  readonly metric: string;
  readonly filter: string;
  /** Whether prompts were written with the model's chat template. */
  readonly usesChatTemplate: boolean;
  /** Documents asked, and documents of the split; fewer where a run had a limit. */
  readonly documents: number;
  readonly documentsTotal: number;
  /** SHA-256 of what else can change a result: configuration of the task, which documents, system message, seeds, generation settings. */
  readonly rest: string;
}
