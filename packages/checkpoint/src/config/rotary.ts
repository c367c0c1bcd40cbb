import type { Config } from './config.js';

/** Rotary positions of a checkpoint, as metadata below the architecture's name, and computed tensors. */
export interface Rotary {
  readonly metadata: Readonly<Record<string, number | string | undefined>>;
  /** A divisor for each frequency. */
  readonly factors: Float32Array | undefined;
}

/** What a family's class assumes. */
export interface RotaryDefaults {
  readonly theta: number;
  /** Elements of a head. */
  readonly headLength: number;
  /** Elements of a head that are rotated; all, if not said. */
  readonly dimensions?: number;
  /** Key of the base, where it has another name. */
  readonly thetaKey?: string;
}

/**
 * Reads `rope_theta` and `rope_scaling`, or `rope_parameters`, which holds both since transformers 5. Kinds of scaling that the graphs
 * do not know go on as they are, and are refused there.
 */
export function readRotary(
  config: Config,
  { theta, headLength, dimensions, thetaKey = 'rope_theta' }: RotaryDefaults,
): Rotary {
  const parameters = config.section('rope_parameters');
  const scaling = parameters ?? config.section('rope_scaling');
  const base = parameters?.optionalNumber('rope_theta') ?? config.number(thetaKey, theta);
  config.ignore('rope_theta');
  requireShare([config, scaling], { headLength, dimensions });
  const type = scaling?.optionalString('rope_type') ?? scaling?.optionalString('type') ?? 'default';
  scaling?.ignore('type');
  const factors =
    scaling !== undefined && type === 'llama3'
      ? llama3Factors(scaling, { base, headLength: dimensions ?? headLength })
      : undefined;
  const factor = type === 'linear' ? scaling?.number('factor') : undefined;
  const known = ['default', 'linear', 'llama3'].includes(type);
  const [unread] = known ? (scaling?.unread() ?? []) : [];
  if (unread !== undefined) config.refuse(`${unread} of its rotary scaling is not known`);
  return {
    metadata: {
      'rope.freq_base': base,
      'rope.dimension_count': dimensions,
      'rope.scaling.type': type === 'default' || type === 'llama3' ? 'none' : type,
      'rope.scaling.factor': factor,
      // The hub's files keep the rows as they were trained; GGUF files have some of them in another order.
      'rope.pairs': 'halves',
    },
    factors,
  };
}

/** The share of a head that is rotated can stand in several places, and under other names in some families: all have to agree. */
function requireShare(
  [config, scaling]: readonly [Config, Config | undefined],
  { headLength, dimensions = headLength }: Pick<RotaryDefaults, 'headLength' | 'dimensions'>,
): void {
  for (const place of [config, scaling]) {
    const share = place?.optionalNumber('partial_rotary_factor');
    if (share !== undefined && Math.trunc(headLength * share) !== dimensions) {
      config.refuse(
        `a share of ${share} of its heads is rotated, and the graph rotates ${dimensions} of ${headLength}`,
      );
    }
  }
}

/**
 * Llama 3.1's scaling as a divisor of each frequency (transformers, `_compute_llama3_parameters`): long waves are stretched by
 * `factor`, short ones are left alone, and those in between get a mixture.
 */
function llama3Factors(
  scaling: Config,
  { base, headLength }: { readonly base: number; readonly headLength: number },
): Float32Array {
  const factor = scaling.number('factor');
  const low = scaling.number('low_freq_factor');
  const high = scaling.number('high_freq_factor');
  const trained = scaling.number('original_max_position_embeddings');
  return Float32Array.from({ length: headLength / 2 }, (_, i) => {
    const wavelength = 2 * Math.PI * base ** ((2 * i) / headLength);
    const turns = trained / wavelength;
    if (turns > high) return 1;
    if (turns < low) return factor;
    const smooth = (turns - low) / (high - low);
    return 1 / ((1 - smooth) / factor + smooth);
  });
}

/** The base of most models. */
const USUAL_BASE = 10_000;

/** Bits of a half-precision number behind its first. */
const HALF_FRACTION = 10;

/**
 * Divisors that turn exact rotary frequencies into those of a class that keeps them in half precision, whatever it computes in (ChatGLM-6B's
 * `RotaryEmbedding`). All of them lie in its range of full precision.
 */
export function halfPrecisionFactors(dimensions: number): Float32Array {
  return Float32Array.from({ length: dimensions / 2 }, (_, i) => {
    const exact = Math.fround(1 / Math.fround(USUAL_BASE ** ((2 * i) / dimensions)));
    const unit = 2 ** (Math.floor(Math.log2(exact)) - HALF_FRACTION);
    return exact / (Math.round(exact / unit) * unit);
  });
}
