import { planBalance, studyMaterial, type PlanBalance } from '@understudy/arena';
import type { ArenaStore, Study } from '@understudy/store';
import { EXIT } from '../../../errors/exit-codes.js';
import type { OptionValues } from '../../../options/option.js';
import { jsonOption } from '../../../options/tables/json-option.js';
import { formatCount } from '../../../terminal/format-count.js';
import { printJson } from '../../../terminal/print-json.js';
import { defineCommand } from '../../command.js';
import { openHomeArena } from '../../open-home-arena.js';
import { planFromStore } from './plan.js';
import { studyPower } from './power.js';
import { studyProgress } from './progress.js';
import { planOptions } from './study-options.js';
import { balanceFields, powerLines, studyFields } from './study-text.js';

/** Of an opened study the plan as it is, of another as it would be. Undefined: it has none. */
async function balanceOf(
  store: ArenaStore,
  study: Study,
  values: OptionValues<typeof planOptions>,
): Promise<PlanBalance | undefined> {
  if (study.mode !== 'study') return undefined;
  if (study.openedAt === null) return (await planFromStore(store, study, values)).balance;
  const items = (await store.studyItems(study.id)).map(({ item }) => item);
  return planBalance(items, await studyMaterial(store, study));
}

/** `understudy arena study show ID` */
export const studyShow = defineCommand({
  options: { ...planOptions, json: jsonOption },
  async run({ values, words }, context) {
    const { messages, stdout } = context;
    const [id = ''] = words;
    await using store = await openHomeArena(context);
    const study = await store.getStudy(id);
    const balance = await balanceOf(store, study, values);
    const progress = await studyProgress(store, study);
    const power = studyPower({ models: study.versionIds.length, votes: balance?.votes ?? progress.votes });
    if (values.json) {
      printJson(stdout, { study, progress, balance: balance ?? null, power });
      return EXIT.done;
    }
    const { votes, wanted, outstanding } = progress;
    const { progress: texts } = messages.arena.study;
    const total = wanted === null || wanted === 0 ? undefined : formatCount(wanted);
    const line = texts(formatCount(votes), { total, outstanding: formatCount(outstanding) });
    const parts = [
      studyFields(study, messages),
      ...(balance === undefined ? [] : [balanceFields(balance, messages)]),
      line,
      powerLines(power, messages).join('\n'),
    ];
    stdout.write(`${parts.join('\n\n')}\n`);
    return EXIT.done;
  },
});
