/** A script that plays a model, for tests and demonstrations. */
export interface ScriptedModel {
  /** Name to show: the model spec. */
  readonly name: string;
  /** The script: a YAML file. */
  readonly script: string;
}
