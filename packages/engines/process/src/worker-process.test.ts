import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { WorkerProcess } from './worker-process.js';

const entry = fileURLToPath(new URL('../dist/testing/echo-worker.js', import.meta.url));
const lines: string[] = [];
let worker: WorkerProcess | undefined;
const start = (): WorkerProcess =>
  (worker = new WorkerProcess({ entry, name: 'echo engine', onLog: (l) => lines.push(l) }));

afterEach(async () => {
  await worker?.[Symbol.asyncDispose]();
  lines.length = 0;
});

async function* numbers(count: number, seen?: { taken: number }): AsyncGenerator<Int32Array> {
  for (let i = 0; i < count; i++) {
    if (seen !== undefined) seen.taken = i + 1;
    // A view into a larger buffer: only the view may cross the process boundary.
    yield new Int32Array([0, i, 0]).subarray(1, 2);
  }
}

describe('WorkerProcess', () => {
  it('calls a method, tells its progress and returns its result', async () => {
    const progress: number[] = [];
    expect(await start().call('double', 21, { onProgress: ({ done }) => progress.push(done) })).toBe(42);
    expect(progress).toEqual([1]);
  });

  it('keeps class, code and hint of an error', async () => {
    await expect(start().call('fail', undefined)).rejects.toMatchObject({
      name: 'DataError',
      party: 'data',
      code: 'broken',
      hint: 'Fetch it again.',
    });
  });

  it('streams requests and answers, each once', async () => {
    const answers: number[] = [];
    for await (const answer of start().stream<Int32Array, Int32Array>('double', numbers(5000))) {
      expect(answer.length).toBe(1);
      answers.push(answer[0]!);
    }
    expect(answers).toEqual(Array.from({ length: 5000 }, (_, i) => i * 2));
  });

  it('takes no more requests than the worker asks for', async () => {
    const seen = { taken: 0 };
    const answers = start().stream('double', numbers(1_000_000, seen));
    for await (const answer of answers) if (answer !== undefined) break;
    expect(seen.taken).toBeLessThan(5000);
  });

  it('delivers the answers before an error in the middle of a stream', async () => {
    const answers: number[] = [];
    const run = async (): Promise<void> => {
      for await (const answer of start().stream<Int32Array, Int32Array>('failAfterTwo', numbers(10)))
        answers.push(answer[0]!);
    };
    await expect(run()).rejects.toMatchObject({ code: 'third' });
    expect(answers.length).toBeLessThanOrEqual(2);
  });

  it('reports a native abort with the last lines that were written', async () => {
    await expect(start().call('abort', undefined)).rejects.toMatchObject({
      name: 'EngineError',
      code: 'engine-crashed',
      message: expect.stringMatching(/echo engine stopped: it was ended by SIGABRT[^]*native: about to abort/),
    });
    expect(lines).toContain('native: about to abort');
  });

  it('fails what is pending when the process is killed, and every later call', async () => {
    const hanging = start().call('hang', undefined);
    process.kill(worker!.pid!, 'SIGKILL');
    await expect(hanging).rejects.toMatchObject({
      code: 'engine-crashed',
      message: expect.stringContaining('SIGKILL'),
    });
    await expect(worker!.call('double', 1)).rejects.toMatchObject({ code: 'engine-crashed' });
  });

  it('waits no longer for a call when the signal aborts, though the worker hangs', async () => {
    const abort = new AbortController();
    const hanging = start().call('hang', undefined, { signal: abort.signal });
    abort.abort(new Error('enough'));
    await expect(hanging).rejects.toThrow('enough');
  });

  it('stops when the signal aborts', async () => {
    const abort = new AbortController();
    const run = async (): Promise<void> => {
      for await (const answer of start().stream('double', numbers(1_000_000), { signal: abort.signal })) {
        if (answer !== undefined) abort.abort(new Error('enough'));
      }
    };
    await expect(run()).rejects.toThrow('enough');
    expect(await worker!.call('double', 2)).toBe(4);
  });
});
