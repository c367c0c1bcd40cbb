import { DEMO_STUDIES, makeDemo } from '@understudy/arena';
import { EXIT } from '../../errors/exit-codes.js';
import { jsonOption } from '../../options/tables/json-option.js';
import { formatCount } from '../../terminal/format-count.js';
import { printJson } from '../../terminal/print-json.js';
import { defineCommand } from '../command.js';
import { openHomeArena } from '../open-home-arena.js';

/** `understudy arena demo [FOLDER]` */
export const arenaDemo = defineCommand({
  options: { json: jsonOption },
  async run({ values, words }, context) {
    const { messages, stdout } = context;
    const [folder] = words;
    await using store = await openHomeArena(context);
    const demo = await makeDemo({ store, folder, now: Date.now() });
    if (values.json) {
      printJson(stdout, { studies: DEMO_STUDIES, ...demo });
      return EXIT.done;
    }
    const { demo: texts } = messages.arena;
    const lines = [
      demo.isNew ? texts.made : texts.there,
      texts.votes(DEMO_STUDIES.votes, {
        models: formatCount(demo.models),
        questions: formatCount(demo.questions),
        votes: formatCount(demo.importedVotes),
      }),
      texts.open(DEMO_STUDIES.open, {
        items: formatCount(demo.balance.items),
        training: formatCount(demo.trainingItems),
      }),
      texts.licence,
      texts.next,
    ];
    stdout.write(`${lines.join('\n')}\n`);
    return EXIT.done;
  },
});
