import { removeModel } from '@understudy/catalog';
import { EXIT } from '../../errors/exit-codes.js';
import { formatBytes } from '../../terminal/format-bytes.js';
import { defineCommand } from '../command.js';

/** `understudy models rm SPEC…` */
export const modelsRm = defineCommand({
  options: {},
  async run({ words }, { environment, messages, stderr }) {
    for (const word of words) {
      const { spec, sizeBytes } = await removeModel(word, { env: environment });
      stderr.write(`${messages.models.removed(spec, formatBytes(sizeBytes))}\n`);
    }
    return EXIT.done;
  },
});
