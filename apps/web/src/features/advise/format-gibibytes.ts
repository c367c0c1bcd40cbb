const GIBIBYTE = 2 ** 30;

/** Memory in GiB. */
export function toGibibytes(bytes: number): number {
  return bytes / GIBIBYTE;
}

/** Memory as machines are sold by it: `7.4 GiB`. */
export function formatGibibytes(bytes: number): string {
  return `${toGibibytes(bytes).toFixed(1)} GiB`;
}
