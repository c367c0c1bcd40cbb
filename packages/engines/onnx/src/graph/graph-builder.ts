import { BugError } from '@understudy/core';
import type { Attributes } from './attribute.js';
import type { ElementType } from './element-type.js';
import type { Graph, Port } from './graph.js';
import type { Initializer } from './initializer.js';
import type { Node } from './node.js';
import type { Axis, Value } from './value.js';

/** How a node differs from the common case: one float32 output, a standard operator, no attributes. */
export interface NodeOptions {
  readonly attributes?: Attributes;
  readonly domain?: 'com.microsoft';
  readonly type?: ElementType;
}

/** Collects the nodes, inputs and weights of a graph, and gives every tensor a name of its own. */
export class GraphBuilder {
  readonly #name: string;
  readonly #inputs: Port[] = [];
  readonly #outputs: Port[] = [];
  readonly #nodes: Node[] = [];
  readonly #initializers = new Map<string, Initializer>();

  constructor(name: string) {
    this.#name = name;
  }

  /** An input of the graph. */
  input(name: string, type: ElementType, shape: readonly Axis[]): Value {
    const value = { name, type };
    this.#inputs.push({ value, shape });
    return value;
  }

  /** Makes a tensor an output of the graph, under its own name: another one would cost a copy. */
  output(value: Value): void {
    this.#outputs.push({ value, shape: undefined });
  }

  /** Whole numbers, e.g. a shape or axes. */
  integers(...numbers: readonly number[]): Value {
    return this.#constant('int64', [numbers.length], new BigInt64Array(numbers.map((number) => BigInt(number))));
  }

  /** One whole number without axes. */
  integer(number: number): Value {
    return this.#constant('int64', [], BigInt64Array.of(BigInt(number)));
  }

  /** One float32 number without axes. */
  scalar(number: number): Value {
    return this.#constant('float32', [], Float32Array.of(number));
  }

  /** Float32 numbers that are made here, e.g. a slope for each head. */
  floats(shape: readonly number[], numbers: readonly number[]): Value {
    return this.#constant('float32', shape, Float32Array.from(numbers));
  }

  /**
   * A weight that stays in its file, or whose bytes are given, of float32 if not said otherwise. Asked for twice under one name it is the
   * same tensor.
   */
  weight(
    name: string,
    shape: readonly number[],
    data: Initializer['data'],
    type: Extract<ElementType, `${string}float${string}`> = 'float32',
  ): Value {
    const known = this.#initializers.get(name);
    if (known !== undefined && known.shape.join() !== shape.join()) {
      throw new BugError({
        code: 'graph-weight-shape',
        message: `The weight ${name} is used with the shapes [${known.shape.join(', ')}] and [${shape.join(', ')}].`,
      });
    }
    const initializer: Initializer = known ?? { value: { name, type }, shape, data };
    this.#initializers.set(name, initializer);
    return initializer.value;
  }

  /** Adds a node with one output and returns that output. */
  node(operator: string, inputs: readonly (Value | undefined)[], options: NodeOptions = {}): Value {
    const [output] = this.nodes(operator, inputs, 1, options);
    return output as Value; // One was asked for.
  }

  /** Adds a node with several outputs of one type. */
  nodes(
    operator: string,
    inputs: readonly (Value | undefined)[],
    outputs: number,
    { attributes = {}, domain, type = 'float32' }: NodeOptions = {},
  ): readonly Value[] {
    const values = Array.from({ length: outputs }, (_, i) => ({
      name: `${operator}_${this.#nodes.length}_${i}`,
      type,
    }));
    this.#nodes.push({ operator, domain: domain ?? '', inputs, outputs: values, attributes });
    return values;
  }

  build(): Graph {
    return {
      name: this.#name,
      inputs: this.#inputs,
      outputs: this.#outputs,
      initializers: [...this.#initializers.values()],
      nodes: this.#nodes,
    };
  }

  #constant(type: ElementType, shape: readonly number[], data: BigInt64Array | Float32Array): Value {
    const name = `${type}_${shape.join('x')}_${[...data].join('_')}`;
    const bytes = new Uint8Array(data.buffer);
    this.#initializers.set(name, { value: { name, type }, shape, data: bytes });
    return { name, type };
  }
}
