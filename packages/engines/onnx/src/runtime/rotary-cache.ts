import type { RotaryTable } from '../architectures/text-model.js';

/** Cosines and sines of the first `places` positions: [places, dimensions / 2] each. */
export interface RotaryAngles {
  readonly places: number;
  readonly cos: Float32Array;
  readonly sin: Float32Array;
}

/** The shortest table that is made. */
const LEAST_PLACES = 1024;

/** Angles of one rotary table, made as far as positions have been asked for. */
export class RotaryCache {
  readonly #frequencies: Float32Array;
  #angles: RotaryAngles = { places: 0, cos: new Float32Array(), sin: new Float32Array() };

  /** @param factors divisors of the frequencies, where the model has them */
  constructor({ base, dimensions, scale }: RotaryTable, factors: Float32Array | undefined) {
    const inverse = (i: number) => Math.fround(1 / Math.fround(base ** ((2 * i) / dimensions)));
    this.#frequencies = Float32Array.from(
      { length: dimensions / 2 },
      (_, i) => (inverse(i) * scale) / (factors?.[i] ?? 1),
    );
  }

  /** A table with at least so many positions. */
  angles(places: number): RotaryAngles {
    if (places > this.#angles.places) {
      this.#angles = this.#compute(Math.max(LEAST_PLACES, 2 ** Math.ceil(Math.log2(places))));
    }
    return this.#angles;
  }

  /** Angles are rounded to float32 before cosine and sine, as the reference implementation does (transformers, float32). */
  #compute(places: number): RotaryAngles {
    const half = this.#frequencies.length;
    const cos = new Float32Array(places * half);
    const sin = new Float32Array(places * half);
    for (let place = 0; place < places; place++) {
      for (let i = 0; i < half; i++) {
        const angle = Math.fround(place * (this.#frequencies[i] ?? 0));
        cos[place * half + i] = Math.cos(angle);
        sin[place * half + i] = Math.sin(angle);
      }
    }
    return { places, cos, sin };
  }
}
