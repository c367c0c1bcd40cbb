import { VOTE_FORMATS, writeVotes } from '@understudy/arena';
import { z } from 'zod';
import { EXIT } from '../../../errors/exit-codes.js';
import type { OptionTable } from '../../../options/option.js';
import { outputOption } from '../../../options/tables/output-option.js';
import { defineCommand } from '../../command.js';
import { openHomeArena } from '../../open-home-arena.js';
import { writeOutput } from '../../write-output.js';

const options = {
  format: {
    flag: 'format',
    arity: 'one',
    placeholder: 'name',
    schema: z.enum(VOTE_FORMATS).default('battles'),
    expects: (messages) => messages.expects.oneOf(VOTE_FORMATS),
    text: 'arenaVoteFormat',
    group: 'results',
  },
  output: outputOption,
} as const satisfies OptionTable;

/** `understudy arena votes export STUDY --format NAME` */
export const votesExport = defineCommand({
  options,
  async run({ values, words }, context) {
    const [studyId = ''] = words;
    await using store = await openHomeArena(context);
    // Before a file is begun.
    await store.getStudy(studyId);
    await writeOutput(writeVotes(store, { studyId, format: values.format }), values.output, context);
    return EXIT.done;
  },
});
