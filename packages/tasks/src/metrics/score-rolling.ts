import { PYTHON_WHITE_SPACE } from '../python/white-space.js';
import type { MetricValues } from './metric-value.js';

/** Names of the metrics of rolling log-likelihood documents. */
export const ROLLING_METRICS: readonly string[] = ['word_perplexity', 'byte_perplexity', 'bits_per_byte'];

const WHITE_SPACE_RUN = new RegExp(`[${PYTHON_WHITE_SPACE}]+`, 'u');

/**
 * Each metric of a text is a pair: its log-likelihood (nats) and the count it will be divided by.
 * @param text what words and bytes are counted in; the scored text, unless the task says otherwise
 */
export function scoreRolling(logProbability: number, text: string, metrics: ReadonlySet<string>): MetricValues {
  const words = countWords(text);
  const bytes = Buffer.byteLength(text);
  const counts = { word_perplexity: words, byte_perplexity: bytes, bits_per_byte: bytes };
  const wanted = Object.entries(counts).filter(([name]) => metrics.has(name));
  return Object.fromEntries(wanted.map(([name, count]) => [name, [logProbability, count] as const]));
}

/** Pieces between runs of white space, the empty ones at the ends included: `len(re.split(r"\s+", text))`. */
export function countWords(text: string): number {
  return text.split(WHITE_SPACE_RUN).length;
}
