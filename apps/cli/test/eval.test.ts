import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { writeColourTask } from './support/colour-task.js';
import { runCli } from './support/run-cli.js';
import { temporaryHome } from './support/temporary-home.js';
import { present, smollm2 } from './support/test-models.js';

const home = temporaryHome();
const folder = writeColourTask(home, 24);
const evaluate = (...argv: readonly string[]) =>
  runCli(['eval', '--model', present(smollm2), '--tasks', 'colours', '--include_path', folder, ...argv], { home });

const results = z.object({
  results: z.object({ colours: z.record(z.string(), z.unknown()) }),
  understudy: z.object({
    run_id: z.string(),
    status: z.string(),
    tasks: z.object({ colours: z.object({ cached_responses: z.number() }) }),
  }),
});

describe.skipIf(smollm2 === undefined)('eval (UNDERSTUDY_TEST_MODELS)', () => {
  test('prints a table on stdout, and on stderr which engine was chosen and why', async () => {
    const { code, stdout, stderr } = await evaluate();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^colours +1 +0 +acc +↑ +0\.\d{4} +± 0\.\d{4} +0\.\d{4} – 0\.\d{4} +24 /m);
    expect(stdout).toMatch(/^ +acc_norm +↑ /m);
    expect(stderr).toMatch(/^scores: onnx in f32/m);
    expect(stderr).toMatch(/^run \d{8}-\w+: 24 documents$/m);
  });

  test("prints one JSON object whose results have the reference harness's shape, from answers that are known already", async () => {
    const { code, stdout } = await evaluate('--json');
    expect(code).toBe(0);
    const { results: scores, understudy } = results.parse(JSON.parse(stdout));
    expect(scores.colours).toMatchObject({
      name: 'colours',
      alias: 'colours',
      sample_len: 24,
      'acc,none': expect.any(Number),
      'acc_stderr,none': expect.any(Number),
      'acc_norm,none': expect.any(Number),
    });
    expect(understudy).toMatchObject({ status: 'finished', tasks: { colours: { cached_responses: 24 * 4 } } });
  });

  test('--write_out shows what is asked about the first document before anything is computed', async () => {
    const { stderr } = await evaluate('--write_out', '--no-resume', '--limit', '2');
    expect(stderr).toContain('colours, document 0:\nQuestion: In picture 0 blood is shown.');
    expect(stderr).toContain('\nAnswer:⟦ red⟧\n');
    expect(stderr).toMatch(/^target: 0$[^]* computing, /m);
    expect(stderr).not.toContain('document 1:');
  });

  test('several models give one object with their runs, a failing one among them', async () => {
    const { code, stdout } = await evaluate('--model', `${home}/absent.gguf`, '--json', '--limit', '2');
    expect(code).toBe(1);
    const { runs } = z.object({ runs: z.array(z.unknown()) }).parse(JSON.parse(stdout));
    expect(runs).toMatchObject([
      { results: { colours: { sample_len: 2 } } },
      { model: `${home}/absent.gguf`, error: { code: 'model-file-missing' } },
    ]);
  });

  test('--output_path and --log_samples write files that runs import reads, and runs diff finds no difference', async () => {
    const output = join(home, 'out');
    const { stderr } = await evaluate('--output_path', output, '--log_samples');
    const [, ours = ''] = /^run (\S+): 24 documents$/m.exec(stderr) ?? [];
    const written = readdirSync(output, { recursive: true, encoding: 'utf8' }).map((path) => basename(path));
    expect(written).toContainEqual(expect.stringMatching(/^results_.*\.json$/));
    expect(written).toContainEqual(expect.stringMatching(/^samples_colours_.*\.jsonl$/));

    const imported = await runCli(['runs', 'import', output, '--json'], { home });
    const { run: theirs } = z.object({ run: z.string() }).parse(JSON.parse(imported.stdout));
    const diff = await runCli(['runs', 'diff', ours, theirs], { home });
    expect(diff.code).toBe(0);
    expect(diff.stdout).toMatch(/^colours +24 +0\/0 +0 +100\.00% +0\.0000 +0\.0000 +0\.0000 +acc /m);
    expect(diff.stdout).toContain('No document differs.');
  });

  test('runs ls and runs show know the run afterwards', async () => {
    const { stdout } = await runCli(['runs', 'ls', '--json'], { home });
    const newest = z
      .object({ runs: z.array(z.looseObject({ id: z.string() })) })
      .parse(JSON.parse(stdout))
      .runs.find(({ engine }) => engine === 'onnx');
    expect(newest).toMatchObject({ status: 'finished', engine: 'onnx', tasks: ['colours'], samples: 24 });
    expect(newest).toMatchObject({ model: smollm2, name: 'SmolLM2 135M Instruct' });
    expect((await runCli(['runs', 'show', newest?.id ?? ''], { home })).stdout).toMatch(/^colours /m);
  });
});
