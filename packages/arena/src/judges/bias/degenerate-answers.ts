import type { Answer } from '@understudy/store';

/** A model that says the same to everything, or nothing. */
export interface DegenerateModel {
  readonly model: string;
  readonly answers: number;
  /** Share of its most frequent answer, white space and case apart. */
  readonly sameShare: number;
  /** That answer's beginning. */
  readonly sample: string;
}

const LEAST_ANSWERS = 3;
const SUSPECT_SHARE = 0.5;
const SAMPLE_LENGTH = 80;

/**
 * Models of which half of the answers or more are one text. A constant answer can win against a judge (a "null model" had 86.5% of
 * AlpacaEval 2.0: Zheng et al. 2024, arXiv:2410.07137), so a rank of such a model says nothing about its quality.
 */
export function degenerateModels(answers: readonly Answer[]): readonly DegenerateModel[] {
  const byModel = new Map<string, Map<string, number>>();
  for (const { versionId, turns } of answers) {
    const texts = byModel.get(versionId) ?? new Map<string, number>();
    byModel.set(versionId, texts);
    const text = turns.join('\n').replace(/\s+/gu, ' ').trim().toLowerCase();
    texts.set(text, (texts.get(text) ?? 0) + 1);
  }
  return [...byModel].flatMap(([model, texts]) => {
    const total = [...texts.values()].reduce((sum, count) => sum + count, 0);
    const [sample, most] = [...texts].reduce((best, each) => (each[1] > best[1] ? each : best), ['', 0]);
    const sameShare = most / total;
    if (total < LEAST_ANSWERS || sameShare < SUSPECT_SHARE) return [];
    return [{ model, answers: total, sameShare, sample: sample.slice(0, SAMPLE_LENGTH) }];
  });
}
