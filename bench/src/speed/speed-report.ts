import { textTable } from '../text-table.js';
import { costOfDeterminism, speedVerdicts } from './speed-verdicts.js';
import { documentCost, peakMemory, wholeCost, type ContestantSpeed, type TaskSpeed } from './task-speed.js';
import type { Verdict } from './verdict.js';
import { withSpread } from './with-spread.js';

/** One benchmark: the contestants side by side, and what is asked of Understudy. */
export function taskReport(
  name: string,
  speed: TaskSpeed,
  gguf: string,
): { text: string; verdicts: readonly Verdict[] } {
  const entries = Object.entries(speed.contestants);
  const table = textTable({
    head: ['', 'rounds', 'documents', 'ms a document', 'whole process s', 'peak MB'],
    rows: entries.map(([contestant, result]) => [contestant, ...cells(result)]),
    right: [1, 2, 3, 4, 5],
  });
  const verdicts = speedVerdicts(name, speed, gguf);
  const problems = entries.flatMap(([contestant, { problem }]) => (problem ? [`${contestant}: ${problem}`] : []));
  const lines = verdicts.map(({ text }) => text);
  return {
    text: [`${name}, ${speed.shots}-shot`, table, ...lines, ...costOfDeterminism(speed), ...problems].join('\n'),
    verdicts,
  };
}

function cells(result: ContestantSpeed): readonly string[] {
  const [last] = result.rounds.slice(-1);
  const peak = peakMemory(result);
  return [
    String(result.rounds.length),
    last === undefined ? '' : `${last.few.documents} → ${last.many.documents}`,
    withSpread(documentCost(result), 1),
    last === undefined ? '' : withSpread(wholeCost(result), last.many.documents / 1000),
    peak === undefined ? '' : (peak / 1e6).toFixed(0),
  ];
}
