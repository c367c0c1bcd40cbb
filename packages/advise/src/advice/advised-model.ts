/** A model as it is named in an advice. */
export interface AdvisedModel {
  readonly id: string;
  readonly name: string;
  /** What names it on the command line. */
  readonly spec: string;
  /** Id of its card; null: it has none. */
  readonly card: string | null;
}
