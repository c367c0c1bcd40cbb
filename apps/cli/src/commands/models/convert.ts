import { resolveModel } from '@understudy/catalog';
import { convertModel, isQuantizationType, QUANTIZATION_TYPES } from '@understudy/engine-llama';
import { requireGguf } from '@understudy/engines';
import { z } from 'zod';
import { EXIT } from '../../errors/exit-codes.js';
import { engineOptions } from '../../options/tables/engine-options.js';
import type { OptionTable } from '../../options/option.js';
import { showProgress } from '../../terminal/show-progress.js';
import { progressLine } from '../../terminal/progress-line.js';
import { defineCommand } from '../command.js';
import { transferOptions } from '../transfer-options.js';

const options = {
  type: {
    flag: 'type',
    arity: 'one',
    placeholder: 'format',
    schema: z.string().toLowerCase().refine(isQuantizationType),
    expects: (messages) => messages.expects.oneOf(Object.keys(QUANTIZATION_TYPES)),
    text: 'quantizationType',
    group: 'results',
  },
  output: {
    flag: 'output',
    short: 'o',
    arity: 'one',
    placeholder: 'file',
    schema: z.string().min(1),
    expects: (messages) => messages.expects.path,
    text: 'output',
    group: 'results',
  },
  threads: engineOptions.threads,
} as const satisfies OptionTable;

/** `understudy models convert SPEC --type TYPE --output FILE` */
export const modelsConvert = defineCommand({
  options,
  async run({ values, words }, context) {
    const { messages, stderr, stdout, signal } = context;
    const [spec = ''] = words;
    {
      using display = showProgress(stderr);
      const model = await resolveModel(spec, transferOptions(context, display));
      requireGguf(model.paths, 'Converting');
      await convertModel({
        source: model.paths[0],
        target: values.output,
        type: values.type,
        threads: values.threads,
        onProgress: (progress) => display.update(progressLine(progress)),
        signal,
      });
    }
    stdout.write(`${messages.models.converted(values.output)}\n`);
    return EXIT.done;
  },
});
