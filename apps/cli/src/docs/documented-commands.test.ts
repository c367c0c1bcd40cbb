import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CommandContext } from '../commands/command-context.js';
import { commandEntries } from '../commands/entries.js';
import { en } from '../messages/en.js';
import { parseOptions } from '../options/parse-options.js';
import { buildProgram, type ChosenCommand } from '../program/build-program.js';
import { collectGiven } from '../program/collect-given.js';
import { findEntry } from '../program/find-entry.js';
import { canonicalFlags } from '../program/flags.js';

const PAGES = [
  'README.md',
  'README.zh-CN.md',
  'docs/evaluate.md',
  'docs/models.md',
  'docs/know.md',
  'docs/runs.md',
  'docs/advise.md',
  'docs/arena.md',
  'docs/arena-judges.md',
  'docs/arena-studies.md',
  'docs/arena-server.md',
  'docs/leaderboard.md',
];

/** The words of a command line, single quotes as a shell reads them. */
function words(line: string): readonly string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

/** The `understudy …` lines of a page's shell examples; help is not a command of ours. */
function commandLines(page: string): readonly string[] {
  const text = readFileSync(new URL(`../../../../${page}`, import.meta.url), 'utf8');
  const blocks = [...text.matchAll(/^```sh\n(.*?)^```/gms)].map(([, block = '']) => block);
  return blocks.flatMap((block) =>
    [...block.matchAll(/(?:^|\| )(?:npx --no-install )?understudy (?!help)(.*)$/gm)].map(([, line = '']) => line),
  );
}

describe.each(PAGES)('%s', (page) => {
  test.each(commandLines(page).map((line) => [line]))(
    'shows a command line that is right: understudy %s',
    async (line) => {
      const argv = words(line);
      const entry = findEntry(argv, commandEntries);
      if (entry === undefined) throw new Error(`There is no such command: ${line}`);
      const command = await entry.load();
      let chosen: ChosenCommand | undefined;
      const program = await buildProgram({
        entries: commandEntries,
        loaded: { entry, command },
        messages: en,
        language: 'en',
        version: '0',
        print: () => undefined,
        onChoose: (choice) => {
          chosen = choice;
        },
      });
      program.parse(canonicalFlags(argv, Object.values(command.options)), { from: 'user' });
      expect(chosen?.command).toBe(command);
      if (chosen === undefined) return;
      const given = collectGiven(chosen.commander, command);
      // What the file of an example says belongs to the command line; other files are only named.
      const [file] = chosen.words;
      const isThere = file !== undefined && existsSync(new URL(`../../../../${file}`, import.meta.url));
      const context = { messages: en } as CommandContext;
      const prepared = isThere ? command.prepare?.(given, context, chosen.words) : undefined;
      parseOptions(command.options, prepared ?? given, en);
    },
  );
});
