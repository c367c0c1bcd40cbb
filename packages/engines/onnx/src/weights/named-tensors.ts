import { DataError } from '@understudy/core';
import type { TensorInfo } from '@understudy/gguf';
import { UsedRows } from './used-rows.js';
import type { Rows } from './weights.js';

/** What every kind of weights has: the tensors of a model by name, and a record of the rows that were asked for. */
export abstract class NamedTensors<Tensor extends TensorInfo> {
  readonly #path: string;
  readonly #hint: string;
  readonly #tensors: ReadonlyMap<string, Tensor>;
  readonly #used = new UsedRows();

  /** @param hint how to go on when a tensor is missing */
  constructor(
    { paths, tensors }: { readonly paths: readonly [string, ...string[]]; readonly tensors: readonly Tensor[] },
    hint: string,
  ) {
    this.#path = paths[0];
    this.#hint = hint;
    this.#tensors = new Map(tensors.map((tensor) => [tensor.name, tensor]));
  }

  has(name: string): boolean {
    return this.#tensors.has(name);
  }

  shape(name: string): readonly number[] {
    return this.tensor(name).shape.toReversed();
  }

  ignore(name: string): void {
    if (this.has(name)) this.use(name);
  }

  unused(): readonly string[] {
    return [...this.#tensors.keys()].filter((name) => this.#used.count(name) < this.#rows(name));
  }

  protected all(): readonly Tensor[] {
    return [...this.#tensors.values()];
  }

  /** Throws `DataError` `onnx-tensor-missing`. */
  protected tensor(name: string): Tensor {
    const tensor = this.#tensors.get(name);
    if (tensor === undefined) throw this.missing(name, `it has no tensor ${name}`);
    return tensor;
  }

  /** Notes that rows of a tensor are asked for; all of them by default. */
  protected use(name: string, rows: Rows = { start: 0, count: this.#rows(name) }): void {
    this.#used.add(name, rows);
  }

  /** @param problem what is wrong, as a sentence without its end */
  protected missing(name: string, problem: string): DataError {
    return new DataError({
      code: 'onnx-tensor-missing',
      message: `Building the graph of ${this.#path}: ${problem}.`,
      hint: this.#hint,
      values: { path: this.#path, tensor: name },
    });
  }

  #rows(name: string): number {
    return this.shape(name)[0] ?? 1;
  }
}
