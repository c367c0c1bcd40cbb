import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { writeColourTask } from './support/colour-task.js';
import { runCli, startCli } from './support/run-cli.js';
import { waitForSamples } from './support/stored-samples.js';
import { temporaryHome } from './support/temporary-home.js';
import { smollm2 } from './support/test-models.js';

const home = temporaryHome();
const rows = 240;
const results = z.object({
  results: z.object({ colours: z.object({ sample_len: z.number() }) }),
  understudy: z.object({ run_id: z.string() }),
});

describe.skipIf(smollm2 === undefined)('a run that is ended early (UNDERSTUDY_TEST_MODELS)', () => {
  const folder = writeColourTask(home, rows);
  const argv = ['eval', '--model', smollm2 ?? '', '--tasks', 'colours', '--include_path', folder, '--engine', 'onnx'];

  test('stops cleanly at Ctrl-C, survives kill -9, and is finished by the same command without computing anything twice', async () => {
    const stopped = startCli(argv, { home });
    await stopped.seen(/^run \S+: 240 documents$/m);
    await waitForSamples(home, 0);
    stopped.kill('SIGINT');
    const first = await stopped.result;
    expect(first).toMatchObject({ code: 130, stdout: '' });
    expect(first.stderr).toMatch(
      /Stopped\. \d+ of 240 documents of run \S+ are kept\.\nGo on with: {2}understudy eval /,
    );
    const [, runId] = /^run (\S+): 240 documents$/m.exec(first.stderr) ?? [];

    const killed = startCli(argv, { home });
    await killed.seen(new RegExp(`^run ${runId} goes on: \\d+ of 240 documents`, 'm'));
    const before = await waitForSamples(home, await waitForSamples(home, 0));
    killed.kill('SIGKILL');
    expect((await killed.result).code).toBeNull();

    const last = await runCli([...argv, '--json'], { home });
    expect(last.code).toBe(0);
    const [, kept = ''] = /goes on: (\d+) of 240 documents/.exec(last.stderr) ?? [];
    expect(Number(kept)).toBeGreaterThanOrEqual(before);
    const { results: scores, understudy } = results.parse(JSON.parse(last.stdout));
    expect({ samples: scores.colours.sample_len, run: understudy.run_id }).toEqual({ samples: rows, run: runId });
  }, 600_000);

  test('tells --json of every model that was reached, as an object with runs, when several were asked for', async () => {
    const several = startCli([...argv, '--model', smollm2 ?? '', '--no-resume', '--json'], { home });
    await several.seen(/^run \S+: 240 documents$/m);
    several.kill('SIGINT');
    const { code, stdout } = await several.result;
    expect(code).toBe(130);
    expect(JSON.parse(stdout)).toMatchObject({ runs: [{ error: { code: 'interrupted' } }] });
  }, 600_000);
});
