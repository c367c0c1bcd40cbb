import { DEFAULT_CONFIDENCE, type Interval } from './interval.js';
import { normalQuantile } from './normal-quantile.js';

/**
 * Wilson's score interval for a proportion, without continuity correction (E. B. Wilson, JASA 22, 1927). Of the usual intervals it
 * covers nearest to its nominal level at small n and near 0 and 1, where "value ± 1.96 stderr" fails: 0 of 20 gives 0 to 0.161,
 * not 0 to 0 (R. G. Newcombe, Statistics in Medicine 17, 1998, pp. 857–872; L. D. Brown, T. T. Cai, A. DasGupta, Statistical
 * Science 16, 2001). Undefined when `count` is 0.
 */
export function wilsonInterval(
  { successes, count }: { readonly successes: number; readonly count: number },
  confidence = DEFAULT_CONFIDENCE,
): Interval | undefined {
  if (count === 0) return undefined;
  const z = normalQuantile(confidence);
  const proportion = successes / count;
  const spread = z * Math.sqrt((proportion * (1 - proportion)) / count + (z * z) / (4 * count * count));
  const centre = proportion + (z * z) / (2 * count);
  const scale = 1 + (z * z) / count;
  return {
    lower: successes === 0 ? 0 : (centre - spread) / scale,
    upper: successes === count ? 1 : (centre + spread) / scale,
  };
}
