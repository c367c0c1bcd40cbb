import { openStore, type Sample } from '@understudy/store';
import { makeRun, makeTask } from '@understudy/store/testing';
import { HOSTILE } from './fill-arena.js';

/** A text in which direction is turned around, and something is hidden. */
export const BIDI = 'pay \u202Eevil\u202C now\u200B';

/** A prompt of 100 KB, with many lines and special tokens. */
export const LONG_PROMPT = `<|im_start|>system\nBe brief.<|im_end|>\n${'Lorem ipsum dolor sit amet. \n'.repeat(3600)}THE END`;

function hostileSample(docId: number, prompt: string, text: string): Sample {
  const hash = docId.toString(16).padStart(64, '0');
  return {
    task: 'hostile',
    docId,
    failed: false,
    doc: JSON.stringify({ question: `<img src=x onerror="window.hacked=1"> ${docId}`, note: BIDI }),
    target: '<b>bold</b>',
    requests: [{ kind: 'generate', context: prompt, genKwargs: { until: ['</s>'] } }],
    responses: [{ kind: 'generate', text }],
    outcomes: [{ filter: 'none', metrics: { exact_match: 0 }, filteredResponses: [text] }],
    flags: { truncatedPrompts: 0, truncatedAnswers: 1, noAnswers: 0, ties: 0, cachedResponses: 0 },
    hashes: { doc: hash, prompt: hash, target: hash },
  };
}

/** Puts a run into a database whose model and texts try everything that must not come to life; gives its id. */
export async function fillHostileRun(path: string): Promise<string> {
  await using store = await openStore({ path });
  const { id } = await store.createRun(
    makeRun({ model: '<script>window.hacked=2</script>', selection: { roots: [] } }),
  );
  const config = { task: 'hostile', output_type: 'generate_until', metric_list: [{ metric: 'exact_match' }] };
  await store.addTask(
    id,
    makeTask({ task: 'hostile', documentsExpected: 3, higherIsBetter: { exact_match: true }, config }),
  );
  const samples = [
    hostileSample(0, 'Q?', HOSTILE),
    hostileSample(1, 'Q?', BIDI),
    hostileSample(2, LONG_PROMPT, 'short'),
  ];
  await store.appendBatch({ runId: id, samples, responses: [] });
  await store.finishRun(id, { status: 'finished', endedAt: Date.now(), elapsedMs: 1000 });
  return id;
}
