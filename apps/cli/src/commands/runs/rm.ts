import { EXIT } from '../../errors/exit-codes.js';
import { defineCommand } from '../command.js';
import { openHomeStore } from '../open-home-store.js';

/** `understudy runs rm RUN…` */
export const runsRm = defineCommand({
  options: {},
  async run({ words }, context) {
    const { messages, stderr } = context;
    await using store = await openHomeStore(context);
    // All are looked up first, so that a wrong name removes nothing.
    const runs = await Promise.all(words.map((word) => store.getRun(word)));
    for (const { id } of runs) {
      await store.deleteRun(id);
      stderr.write(`${messages.runs.removed(id)}\n`);
    }
    return EXIT.done;
  },
});
