import type { Answer } from '@understudy/store';

/** Answers of a model that look as if they spoke to the judge. */
export interface SteeringModel {
  readonly model: string;
  readonly answers: number;
  /** Ids of the answers. */
  readonly suspects: readonly string[];
}

/** Verdict tokens (not the indices of a program, as in `a[[1]]`), markers of the material, and verdicts in JSON have no place in an answer. */
const PATTERNS = [
  /(?<![\w\])])\[\[\s*(?:A|B|C|TIE|[AB]\s*[<>=]{1,2}\s*[AB]|\d{1,2}(?:\.\d+)?(?:\s*\/\s*10)?)\s*\]\]/iu,
  /\[(?:BEGIN|END) (?:ANSWER|QUESTION|MESSAGE|REFERENCE)\b/u,
  /"(?:verdict|rating)"\s*:/u,
];

/** Models with answers that imitate a verdict or the judge's markers. Nothing in them is read as one; a reader should look at them. */
export function steeringModels(answers: readonly Answer[]): readonly SteeringModel[] {
  const byModel = new Map<string, { answers: number; suspects: string[] }>();
  for (const { id, versionId, turns } of answers) {
    const entry = byModel.get(versionId) ?? { answers: 0, suspects: [] };
    byModel.set(versionId, entry);
    entry.answers += 1;
    if (turns.some((text) => PATTERNS.some((pattern) => pattern.test(text)))) entry.suspects.push(id);
  }
  return [...byModel].flatMap(([model, entry]) => (entry.suspects.length === 0 ? [] : [{ model, ...entry }]));
}
