import type { Attributes } from './attribute.js';
import type { Value } from './value.js';

/** One operation of a graph. */
export interface Node {
  readonly operator: string;
  /** Empty for the standard operators, `com.microsoft` for those that ONNX Runtime contributes. */
  readonly domain: string;
  /** `undefined` leaves an optional input out. */
  readonly inputs: readonly (Value | undefined)[];
  readonly outputs: readonly Value[];
  readonly attributes: Attributes;
}
