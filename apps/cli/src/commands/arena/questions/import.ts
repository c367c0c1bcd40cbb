import { presetSetPath, readQuestions } from '@understudy/arena';
import { EXIT } from '../../../errors/exit-codes.js';
import type { OptionTable } from '../../../options/option.js';
import { jsonOption } from '../../../options/tables/json-option.js';
import { formatCount } from '../../../terminal/format-count.js';
import { printJson } from '../../../terminal/print-json.js';
import { defineCommand } from '../../command.js';
import { openHomeArena } from '../../open-home-arena.js';
import { textOption } from '../text-option.js';

const options = {
  id: textOption({ flag: 'id', placeholder: 'set', text: 'arenaSetId' }),
  title: textOption({ flag: 'title', placeholder: 'text', text: 'arenaSetTitle' }),
  source: textOption({ flag: 'source', placeholder: 'text', text: 'arenaSetSource' }),
  licence: textOption({ flag: 'licence', placeholder: 'name', text: 'arenaSetLicence' }),
  language: textOption({ flag: 'language', placeholder: 'tag', text: 'arenaSetLanguage' }),
  references: textOption({ flag: 'references', placeholder: 'file', text: 'arenaReferences' }),
  json: jsonOption,
} as const satisfies OptionTable;

/** `understudy arena questions import FILE|PRESET…` */
export const questionsImport = defineCommand({
  options,
  async run({ values, words }, context) {
    const { messages, stdout } = context;
    const { json, ...about } = values;
    await using store = await openHomeArena(context);
    const imported = [];
    for (const word of words) {
      const { set, questions } = await readQuestions(presetSetPath(word) ?? word, about);
      await store.putQuestionSet(set, questions);
      const checked = questions.filter(({ referenceChecked }) => referenceChecked).length;
      const aspects = new Set(questions.map(({ aspect }) => aspect)).size;
      imported.push({ ...set, questions: questions.length, aspects, checkedReferences: checked });
    }
    if (json) {
      printJson(stdout, { sets: imported });
      return EXIT.done;
    }
    const { importedSet } = messages.arena.questions;
    for (const { id, questions, aspects, checkedReferences } of imported) {
      const counts = {
        questions: formatCount(questions),
        aspects: formatCount(aspects),
        checked: formatCount(checkedReferences),
      };
      stdout.write(`${importedSet(id, counts)}\n`);
    }
    return EXIT.done;
  },
});
