import { diffRuns, type RunDiff, type SampleDiff } from '@understudy/evaluate';
import { EXIT } from '../../errors/exit-codes.js';
import { formatCount } from '../../terminal/format-count.js';
import { printJson } from '../../terminal/print-json.js';
import { defineCommand } from '../command.js';
import { openHomeStore } from '../open-home-store.js';
import { diffOptions } from './diff-options.js';
import { diffRecord, diffSample } from './diff-sample.js';
import { diffSummary } from './diff-summary.js';

/** The summary, and as many differing documents as are to be shown. */
interface ShownDiff {
  readonly diff: RunDiff;
  readonly shown: readonly SampleDiff[];
  /** Differing documents in all. */
  readonly count: number;
}

async function collect(samples: AsyncGenerator<SampleDiff, RunDiff, undefined>, limit: number): Promise<ShownDiff> {
  const shown: SampleDiff[] = [];
  let count = 0;
  for (;;) {
    const { done, value } = await samples.next();
    if (done === true) return { diff: value, shown, count };
    count += 1;
    if (shown.length < limit) shown.push(value);
  }
}

/** `understudy runs diff FIRST SECOND` */
export const runsDiff = defineCommand({
  options: diffOptions,
  async run({ values, words }, context) {
    const { messages, stdout } = context;
    const [first = '', second = ''] = words;
    await using store = await openHomeStore(context);
    const { tasks, tolerance, show } = values;
    const { diff, shown, count } = await collect(diffRuns(store, { first, second, tasks, tolerance }), show);
    if (values.json) {
      const ids = { first: diff.first.id, second: diff.second.id };
      printJson(stdout, { ...diff, ...ids, differing: count, samples: shown.map(diffRecord) });
      return EXIT.done;
    }
    const rest = count - shown.length;
    const texts = [
      diffSummary(diff, messages),
      ...shown.map((sample) => diffSample(sample, messages)),
      ...(rest > 0 ? [messages.diff.more(formatCount(rest))] : []),
      ...(count === 0 ? [messages.diff.none] : []),
    ];
    stdout.write(`${texts.join('\n\n')}\n`);
    return EXIT.done;
  },
});
