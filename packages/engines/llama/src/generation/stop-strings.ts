/** Finds the first stop string in a text that grows, however a stop string is cut into pieces. */
export class StopFinder {
  readonly #stops: readonly Buffer[];
  readonly #longest: number;
  #tail: Uint8Array;

  /** Empty stop strings count as none. `tail` is the end of the text so far. */
  constructor(stops: readonly string[], tail: Uint8Array = new Uint8Array()) {
    this.#stops = stops.filter((stop) => stop !== '').map((stop) => Buffer.from(stop, 'utf8'));
    this.#longest = Math.max(0, ...this.#stops.map((stop) => stop.length));
    this.#tail = tail;
  }

  /** The end of the text, as far as a stop string may begin in it. */
  get tail(): Uint8Array {
    return this.#tail;
  }

  /** Takes the UTF-8 of the next token, which may end inside a character. True once a stop string is complete. */
  add(piece: Uint8Array): boolean {
    if (this.#longest === 0) return false;
    const text = Buffer.concat([this.#tail, piece]);
    this.#tail = text.subarray(Math.max(0, text.length - this.#longest + 1));
    return this.#stops.some((stop) => text.includes(stop));
  }
}

/**
 * Cuts a finished text as lm-evaluation-harness does: at the first occurrence of each stop string in turn, in what the one
 * before has left.
 */
export function cutAtStops(text: string, stops: readonly string[]): string {
  return stops.reduce(
    (rest, stop) => (stop === '' || !rest.includes(stop) ? rest : rest.slice(0, rest.indexOf(stop))),
    text,
  );
}

/**
 * Length of the part of an unfinished text that no later token can take back: before the earliest place where a stop string
 * may begin, and without a replacement character at the end, which stands for an unfinished character.
 */
export function settledLength(text: string, stops: readonly string[]): number {
  let settled = text.endsWith('\ufffd') ? text.length - 1 : text.length;
  for (const stop of stops) {
    for (let start = Math.max(0, text.length - stop.length + 1); start < settled; start += 1) {
      if (stop.startsWith(text.slice(start))) settled = start;
    }
  }
  return settled;
}
