import { agreementByRecord, agreementRecord, measureAgreement, measureAgreementBy } from '@understudy/arena';
import { EXIT } from '../../errors/exit-codes.js';
import { printable } from '../../terminal/printable.js';
import { printJson } from '../../terminal/print-json.js';
import { readBattleFile } from '../battles/read-battle-file.js';
import { defineCommand } from '../command.js';
import { agreementOptions } from './agreement-options.js';
import { checkColumns } from './check-columns.js';
import { agreementText, type ComparedFiles } from './agreement-text.js';

/** `understudy agreement FILE [FILE]` */
export const agreement = defineCommand({
  options: agreementOptions,
  async run({ values, words }, context) {
    const { messages, stdout } = context;
    const { by, columns, judges, against, seed, bootstrap: rounds } = values;
    const keep = by === undefined ? [] : [by];
    const [path = '', other] = words;
    const columnsMayMiss = other !== undefined;
    const first = await readBattleFile(path, { columns, columnsMayMiss, keep }, context);
    const second =
      other === undefined ? undefined : await readBattleFile(other, { columns, columnsMayMiss, keep }, context);
    if (second !== undefined) checkColumns(columns, [first, second]);
    const options = { judges, against, rounds, seed };
    const files: ComparedFiles = { paths: words, judges, against };
    if (by === undefined) {
      const measured = measureAgreement(first, second, options);
      if (values.json) printJson(stdout, agreementRecord(measured));
      else stdout.write(`${printable(agreementText(measured, files, messages.agreement))}\n`);
      return EXIT.done;
    }
    const groups = measureAgreementBy(first, second, { ...options, by });
    if (values.json) printJson(stdout, agreementByRecord(by, groups));
    else {
      const texts = groups.map((group) => {
        const text = agreementText(group.agreement, files, messages.agreement);
        return `${messages.ratings.group(by, group.value)}\n${text}`;
      });
      stdout.write(`${printable(texts.join('\n\n'))}\n`);
    }
    return EXIT.done;
  },
});
