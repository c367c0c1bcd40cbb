import { readConfigFile } from '../../options/config-file.js';
import { evalOptions } from '../../options/tables/eval-options.js';
import type { GivenValues } from '../../options/given-values.js';
import { translateHarness } from '../../options/harness/translate-harness.js';
import type { CommandContext } from '../command-context.js';

/** The command line over the config file, the reference harness's own flags translated. */
export function prepareOptions(given: GivenValues, { messages, stderr }: CommandContext): GivenValues {
  const path = given['config']?.value;
  const fromFile =
    typeof path === 'string' ? readConfigFile(path, { name: 'eval', options: evalOptions }, messages) : {};
  const translated = translateHarness({ ...fromFile, ...given }, messages);
  for (const notice of translated.notices) stderr.write(`${notice}\n`);
  return translated.given;
}
