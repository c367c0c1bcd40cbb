import { EXIT } from '../../../errors/exit-codes.js';
import { jsonOption } from '../../../options/tables/json-option.js';
import { formatColumns } from '../../../terminal/columns.js';
import { formatCount } from '../../../terminal/format-count.js';
import { printJson } from '../../../terminal/print-json.js';
import { defineCommand } from '../../command.js';
import { openHomeArena } from '../../open-home-arena.js';
import { studyProgress } from './progress.js';
import { studyState } from './study-text.js';

/** `understudy arena study ls` */
export const studyLs = defineCommand({
  options: { json: jsonOption },
  async run({ values }, context) {
    const { messages, stdout } = context;
    await using store = await openHomeArena(context);
    const listing = [];
    for (const study of await store.listStudies()) {
      const { instructions: _, ...about } = study;
      listing.push({ ...about, state: studyState(study), progress: await studyProgress(store, study) });
    }
    if (values.json) {
      printJson(stdout, { studies: listing });
      return EXIT.done;
    }
    const { columns, none, state } = messages.arena.study;
    const table = formatColumns(
      [
        { title: columns.id },
        { title: columns.state },
        { title: columns.models, align: 'right' },
        { title: columns.votes, align: 'right' },
        { title: columns.title },
      ],
      listing.map((each) => [
        each.id,
        state[each.state],
        formatCount(each.versionIds.length),
        votesText(each.progress),
        each.title,
      ]),
    );
    stdout.write(`${listing.length === 0 ? none : table}\n`);
    return EXIT.done;
  },
});

function votesText({ votes, wanted }: { readonly votes: number; readonly wanted: number | null }): string {
  return wanted === null || wanted === 0 ? formatCount(votes) : `${formatCount(votes)} / ${formatCount(wanted)}`;
}
