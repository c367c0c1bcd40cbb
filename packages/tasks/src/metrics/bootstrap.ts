import { sampleStandardDeviation } from '@understudy/statistics';
import { PythonRandom } from '../python/python-random.js';

const LARGEST_CHUNK = 1000;

/**
 * The bootstrap standard error of a statistic as lm-evaluation-harness draws it: chunks of `min(1000, iterations)`
 * replicates, chunk i from `Random(i)`; the sample standard deviation over all replicates. A rest that fills no chunk is
 * not drawn.
 *
 * @param replicate draws with replacement and gives the statistic of the draw
 * Source of the method: B. Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7 (1979).
 */
export function bootstrapStandardError(replicate: (random: PythonRandom) => number, iterations: number): number {
  const chunkSize = Math.min(LARGEST_CHUNK, iterations);
  const chunks = Math.floor(iterations / chunkSize);
  const replicates = new Float64Array(chunks * chunkSize);
  for (let chunk = 0; chunk < chunks; chunk++) {
    const random = new PythonRandom(chunk);
    for (let drawn = 0; drawn < chunkSize; drawn++) replicates[chunk * chunkSize + drawn] = replicate(random);
  }
  return sampleStandardDeviation(replicates);
}
