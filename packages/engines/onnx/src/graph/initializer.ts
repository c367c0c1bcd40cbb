import type { Value } from './value.js';

/** Where the bytes of a weight lie: a file beside the graph's folder, in place. */
export interface ExternalData {
  /** File name, relative to the folder that the session is told. */
  readonly location: string;
  readonly offset: number;
  readonly sizeBytes: number;
}

/** A constant tensor: small ones carry their bytes, weights point into their file. Shape: slowest axis first. */
export interface Initializer {
  readonly value: Value;
  readonly shape: readonly number[];
  readonly data: Uint8Array | ExternalData;
}
