import { DEFAULT_INSTRUCTIONS } from '@understudy/arena';
import { UserError } from '@understudy/core';
import type { ArenaStore, Study } from '@understudy/store';
import { EXIT } from '../../../errors/exit-codes.js';
import type { OptionValues } from '../../../options/option.js';
import { readText } from '../../../options/values/generation-files.js';
import type { Messages } from '../../../messages/messages.js';
import { printJson } from '../../../terminal/print-json.js';
import type { CommandContext } from '../../command-context.js';
import { defineCommand } from '../../command.js';
import { openHomeArena } from '../../open-home-arena.js';
import { findQuestions } from '../find-questions.js';
import { planFromStore } from './plan.js';
import { studyPower } from './power.js';
import { studyCreateOptions } from './study-options.js';
import { balanceFields, powerLines, studyFields } from './study-text.js';

type Values = OptionValues<typeof studyCreateOptions>;

/** The models named, or all that have answers to the questions. Throws `UserError` `study-without-answers`. */
async function modelsOf(
  store: ArenaStore,
  { models, questions }: Values,
  { arena }: Messages,
): Promise<readonly string[]> {
  if (models.length > 0) return models;
  const found = new Set<string>();
  for await (const { versionId } of store.answers({ setId: questions })) found.add(versionId);
  if (found.size > 1) return [...found].toSorted();
  throw new UserError({
    code: 'study-without-answers',
    message: arena.study.withoutAnswers(questions, String(found.size)),
    hint: arena.study.withoutAnswersHint,
    values: { set: questions, models: found.size },
  });
}

function instructionsOf(
  { instructions: path }: Values,
  { language, messages }: Pick<CommandContext, 'language' | 'messages'>,
): Study['instructions'] {
  if (path === undefined) return DEFAULT_INSTRUCTIONS;
  return { [language]: readText(`--instructions ${path}`, path, messages) };
}

/** `understudy arena study create ID` */
export const studyCreate = defineCommand({
  options: studyCreateOptions,
  async run({ values, words }, context) {
    const { messages, stdout } = context;
    const [id = ''] = words;
    await using store = await openHomeArena(context);
    await findQuestions(store, values.questions, messages);
    const now = Date.now();
    const study: Study = {
      id,
      mode: 'study',
      title: values.title ?? id,
      questionSetId: values.questions,
      versionIds: await modelsOf(store, values, messages),
      design: {
        votesPerItem: values.votesPerItem,
        items: values.items ?? null,
        overlap: values.overlap,
        goldEvery: values.goldEvery,
        seed: values.seed,
      },
      instructions: instructionsOf(values, context),
      completionCode: values.completionCode ?? null,
      createdAt: now,
      openedAt: null,
      closedAt: null,
    };
    // What cannot be planned is not created.
    const { items, balance } = await planFromStore(store, study, values);
    await store.createStudy(study);
    if (values.open) await store.openStudy(id, items, now);
    const stored = await store.getStudy(id);
    const power = studyPower({ models: study.versionIds.length, votes: balance.votes });
    if (values.json) printJson(stdout, { study: stored, balance, power });
    else {
      const next = values.open ? messages.arena.study.opened(id) : messages.arena.study.created(id);
      const parts = [
        studyFields(stored, messages),
        balanceFields(balance, messages),
        powerLines(power, messages).join('\n'),
        next,
      ];
      stdout.write(`${parts.join('\n\n')}\n`);
    }
    return EXIT.done;
  },
});
