import type { EngineCapabilities, Sampling } from '@understudy/core';
import { samplingOptions } from './sampling-options.js';

const defaultOf = (schema: { parse: (value: undefined) => number }): number => schema.parse(undefined);
const DEFAULTS = {
  topK: defaultOf(samplingOptions.topK.schema),
  topP: defaultOf(samplingOptions.topP.schema),
  minP: defaultOf(samplingOptions.minP.schema),
};

/** Leaves out our defaults where the engine has no such setting, as a server may; what the user asked for otherwise stays. */
export function fitSampling(sampling: Sampling, { decoding }: Pick<EngineCapabilities, 'decoding'>): Sampling {
  const { topK, topP, minP } = sampling;
  return {
    ...sampling,
    topK: topK === DEFAULTS.topK && !decoding.includes('top_k') ? 0 : topK,
    topP: topP === DEFAULTS.topP && !decoding.includes('top_p') ? 1 : topP,
    minP: minP === DEFAULTS.minP && !decoding.includes('min_p') ? 0 : minP,
  };
}
