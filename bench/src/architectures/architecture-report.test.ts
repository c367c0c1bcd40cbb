import { expect, it } from 'vitest';
import { architectureProblems, architectureReport, type ArchitectureRow } from './architecture-report.js';
import type { ArchitectureResult } from './measure-architecture.js';

const near: ArchitectureResult = { status: 'loaded', worst: 4e-6, argMaxMisses: 0, sameTexts: 2, texts: 2 };
const far: ArchitectureResult = { status: 'loaded', worst: 7.5, argMaxMisses: 98, sameTexts: 0, texts: 2 };
const refused: ArchitectureResult = { status: 'refused', code: 'unknown-architecture', message: 'No such thing.' };

function row(name: string, onnx: ArchitectureResult, llama: ArchitectureResult): ArchitectureRow {
  return {
    name,
    reference: 'transformers.models.x.modeling_x',
    results: { onnx, llama, 'llama, default': llama },
    templates: { rendered: ['chatml', 'vicuna'], failed: [] },
  };
}

it('prints differences, texts, refusals and what is known to be different', () => {
  const report = architectureReport([row('llama', near, near), row('mistral', near, far), row('opt', near, refused)]);
  const lines = report.split('\n').map((line) => line.trim().replaceAll(/ +/g, ' '));
  expect(lines.filter((line) => !line.startsWith('─'))).toMatchInlineSnapshot(`
    [
      "architecture reference onnx |Δ| texts llama |Δ| texts default |Δ| templates",
      "llama transformers 4.0e-6 2/2 4.0e-6 2/2 4.0e-6 chatml and 1 more",
      "mistral transformers 4.0e-6 2/2 7.5e+0 (98 other best tokens) 0/2 7.5e+0 (98 other best tokens) chatml and 1 more",
      "opt transformers 4.0e-6 2/2 not loaded not loaded chatml and 1 more",
      "mistral, llama: it leaves out the window of the llama architecture",
      "opt, llama: No such thing.",
    ]
  `);
});

it('finds no problem in what is known of llama.cpp, and one in everything else', () => {
  expect(
    architectureProblems([row('llama', near, near), row('mistral', near, far), row('opt', near, refused)]),
  ).toEqual([]);
  expect(architectureProblems([row('llama', near, far), row('opt', refused, refused)])).toEqual([
    'llama: llama is not within 0.0001.',
    'opt: onnx is not equal to the reference.',
  ]);
  const otherText = { ...near, sameTexts: 1 };
  expect(architectureProblems([row('gpt2', otherText, near)])).toEqual(['gpt2: onnx is not equal to the reference.']);
});
