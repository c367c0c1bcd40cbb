import type { Compressors } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';

const { LZ4_RAW: decompressLz4 } = compressors;

/** hyparquet-compressors 1.1.2 takes an empty LZ4 block (the dictionary of a column without values) for a damaged one. */
export const DECOMPRESSORS: Compressors = {
  ...compressors,
  ...(decompressLz4 && {
    LZ4_RAW: (input, outputLength) => (outputLength === 0 ? new Uint8Array() : decompressLz4(input, outputLength)),
  }),
};
