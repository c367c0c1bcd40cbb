import type { Tokens } from '@understudy/core';
import type { SafeCuts } from './safe-cuts.js';

/** Shortest segment in UTF-16 units: short enough to share most of a text, long enough that looking it up pays. */
const SEGMENT_LENGTH = 64;

/** Segments remembered at most, in two generations. With their tokens they take some 10 MB. */
const REMEMBERED = 16_384;

/** What makes tokens of a segment, and where segments may end. */
export interface SegmentSource {
  /** Without BOS or EOS. */
  tokenize(segment: string): Tokens;
  /** Asked for once, with the first long text. */
  safeCuts(): SafeCuts;
}

/**
 * Turns texts into tokens, each stretch of text once: texts are cut into segments at safe places, which depend on the
 * text before them only, and tokens of segments are remembered. The requests of a benchmark repeat almost everything:
 * few-shot examples, and the context of each of a document's choices.
 */
export class SegmentEncoder {
  readonly #source: SegmentSource;
  #cuts: SafeCuts | undefined;
  #recent = new Map<string, Tokens>();
  #older = new Map<string, Tokens>();

  constructor(source: SegmentSource) {
    this.#source = source;
  }

  /** Tokens of a text without BOS or EOS. */
  encode(text: string): Tokens {
    const segments = this.#segments(text).map((segment) => this.#remembered(segment));
    if (segments.length === 1 && segments[0] !== undefined) return segments[0];
    const tokens = new Int32Array(segments.reduce((total, segment) => total + segment.length, 0));
    let offset = 0;
    for (const segment of segments) {
      tokens.set(segment, offset);
      offset += segment.length;
    }
    return tokens;
  }

  #segments(text: string): string[] {
    // A piece with a NUL inside is not seen whole by the derivation of cuts.
    if (text.length <= SEGMENT_LENGTH || text.includes('\0')) return [text];
    this.#cuts ??= this.#source.safeCuts();
    const segments: string[] = [];
    let start = 0;
    for (let position = SEGMENT_LENGTH; position < text.length; position += 1) {
      if (position - start < SEGMENT_LENGTH || !this.#cuts.isSafe(text, position)) continue;
      segments.push(text.slice(start, position));
      start = position;
    }
    segments.push(text.slice(start));
    return segments;
  }

  #remembered(segment: string): Tokens {
    const known = this.#recent.get(segment) ?? this.#older.get(segment);
    const tokens = known ?? this.#source.tokenize(segment);
    if (this.#recent.size >= REMEMBERED / 2) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(segment, tokens);
    return tokens;
  }
}
