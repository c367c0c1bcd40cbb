import { exportRun } from '@understudy/evaluate';
import { EXIT } from '../../errors/exit-codes.js';
import type { OptionTable } from '../../options/option.js';
import { truth } from '../../options/values/schemas.js';
import { resultOptions } from '../../options/tables/result-options.js';
import { defineCommand } from '../command.js';
import { openHomeStore } from '../open-home-store.js';

const options = {
  outputPath: { ...resultOptions.outputPath, schema: resultOptions.outputPath.schema.default('results') },
  logSamples: {
    ...resultOptions.logSamples,
    flag: 'no-log_samples',
    schema: truth.default(true),
    text: 'noLogSamples',
  },
  bootstrapIters: resultOptions.bootstrapIters,
} as const satisfies OptionTable;

/** `understudy runs export RUN --output_path DIR` */
export const runsExport = defineCommand({
  options,
  async run({ values, words }, context) {
    const { stdout } = context;
    const [word = ''] = words;
    await using store = await openHomeStore(context);
    const { id } = await store.getRun(word);
    const { resultsFile, samplesFiles } = await exportRun(store, {
      runId: id,
      outputPath: values.outputPath,
      samples: values.logSamples,
      bootstrapIterations: values.bootstrapIters,
    });
    for (const file of [resultsFile, ...samplesFiles]) stdout.write(`${file}\n`);
    return EXIT.done;
  },
});
