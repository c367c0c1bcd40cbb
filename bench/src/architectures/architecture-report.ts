import { LLAMA_SUPPORT } from '@understudy/engine-llama/testing';
import { textTable } from '../text-table.js';
import type { ArchitectureTemplates } from './architecture-templates.js';
import type { ArchitectureResult, ContestantName } from './measure-architecture.js';

/** A fixture with what each engine makes of it. */
export interface ArchitectureRow {
  readonly name: string;
  readonly reference: string;
  readonly results: Readonly<Record<ContestantName, ArchitectureResult>>;
  readonly templates: ArchitectureTemplates;
}

/** The table: does it load, how near are its log-probabilities, how many greedy texts are the reference's, which chat templates its models have. */
export function architectureReport(rows: readonly ArchitectureRow[]): string {
  const table = textTable({
    head: ['architecture', 'reference', 'onnx |Δ|', 'texts', 'llama |Δ|', 'texts', 'default |Δ|', 'templates'],
    rows: rows.map(({ name, reference, results, templates }) => [
      name,
      reference.replace(/^transformers\.models\..*/, 'transformers'),
      ...cells(results.onnx),
      ...cells(results.llama),
      cells(results['llama, default'])[0],
      shortened(templates.rendered),
    ]),
    right: [2, 3, 4, 5, 6],
  });
  return [table, ...rows.flatMap(notes)].join('\n');
}

function shortened(names: readonly string[]): string {
  const [first = '–', ...rest] = names;
  return rest.length === 0 ? first : `${first} and ${rest.length} more`;
}

function cells(result: ArchitectureResult): readonly [difference: string, texts: string] {
  if (result.status === 'refused') return ['not loaded', ''];
  const misses = result.argMaxMisses > 0 ? ` (${result.argMaxMisses} other best tokens)` : '';
  return [`${result.worst.toExponential(1)}${misses}`, `${result.sameTexts}/${result.texts}`];
}

/** Why an engine does not load a model, or computes something else. */
function notes({ name, results }: ArchitectureRow): readonly string[] {
  const refusals = Object.entries(results).flatMap(([contestant, result]) =>
    result.status === 'refused' && contestant !== 'llama, default' ? [`${name}, ${contestant}: ${result.message}`] : [],
  );
  const support = LLAMA_SUPPORT[name];
  return support?.result === 'different' ? [...refusals, `${name}, llama: ${support.reason}`] : refusals;
}

/** What is not as it should be: onnx beyond a ten-thousandth of a nat, llama beyond what is known of it. */
export function architectureProblems(rows: readonly ArchitectureRow[]): readonly string[] {
  return rows.flatMap(({ name, results: { onnx, llama }, templates }) => {
    const support = LLAMA_SUPPORT[name];
    const expected = support?.result === 'equal' ? support.tolerance : undefined;
    return [
      ...(isEqual(onnx, 1e-4) ? [] : [`${name}: onnx is not equal to the reference.`]),
      ...(expected === undefined || isEqual(llama, expected) ? [] : [`${name}: llama is not within ${expected}.`]),
      ...templates.failed.map((problem) => `${name}, template ${problem}`),
    ];
  });
}

function isEqual(result: ArchitectureResult, tolerance: number): boolean {
  return (
    result.status === 'loaded' &&
    result.worst <= tolerance &&
    result.argMaxMisses === 0 &&
    result.sameTexts === result.texts
  );
}
