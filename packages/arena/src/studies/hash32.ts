/** A 32-bit hash of numbers and texts (FNV-1a, finished as in MurmurHash3), not negative. Not for secrets. */
export function hash32(...parts: readonly (number | string)[]): number {
  let hash = 0x811c9dc5;
  for (const part of parts) {
    hash = typeof part === 'number' ? mixNumber(hash, part) : mixText(hash, part);
  }
  return finish(hash) >>> 0;
}

function mixNumber(hash: number, value: number): number {
  // The upper half counts as well: seeds may be times in milliseconds.
  const low = Math.imul(hash ^ (value | 0), 0x01000193);
  return finish(low ^ Math.floor(value / 2 ** 32));
}

function mixText(hash: number, text: string): number {
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return finish(hash ^ text.length);
}

function finish(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
