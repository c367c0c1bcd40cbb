import type { Candidate } from '../candidates/candidate.js';
import type { PublishedModel } from './advice.js';
import type { JudgedModel } from './judged-model.js';

/** The model to begin with where none was measured: the best published one, else the smallest of which a file to run is known. */
export function firstToMeasure(
  unmeasured: readonly JudgedModel[],
  [best]: readonly PublishedModel[],
): Candidate | undefined {
  const published = unmeasured.find(({ candidate }) => candidate.id === best?.id);
  const [easiest] = unmeasured.toSorted((a, b) => effortOf(a.candidate) - effortOf(b.candidate));
  return (published ?? easiest)?.candidate;
}

/** Parameters, beyond all of them where the card names no file. */
function effortOf({ card }: Candidate): number {
  return (card?.parameters?.value ?? 1e12) + (card?.weights.file === null ? 1e13 : 0);
}
