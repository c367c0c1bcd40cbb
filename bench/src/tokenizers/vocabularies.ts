import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkVocabularies, type VocabularyCheck } from '@understudy/engine-llama/testing';
import { benchPlaces } from '../places/bench-places.js';
import { textTable } from '../text-table.js';

const USAGE = `usage: npm run bench:vocabularies -- [options]
Encodes llama.cpp's test texts with the vocabularies of many families, and compares with the ids that llama.cpp and the models' own tokenizers give.
  --vocabularies FOLDER   where bench/tokenizers/unpack-vocabularies.sh put them; default: vocabularies in UNDERSTUDY_BENCH_HOME
  --json                  print everything as JSON
`;

const { values } = parseArgs({
  options: {
    vocabularies: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (values.help) process.stdout.write(USAGE);
else process.exitCode = await run(values.vocabularies ?? join(benchPlaces().home, 'vocabularies'));

/** Returns the exit code: 0 when each file that has a pair of llama.cpp's is encoded like it. */
async function run(folder: string): Promise<number> {
  if (!existsSync(folder)) {
    process.stderr.write(
      `There are no vocabularies in ${folder}. Get them with: bench/tokenizers/unpack-vocabularies.sh ${folder}\n`,
    );
    return 1;
  }
  const checks = await checkVocabularies(folder);
  process.stdout.write(values.json ? `${JSON.stringify(checks, undefined, 1)}\n` : `${table(checks)}\n`);
  return checks.every(({ source, texts, equal }) => source !== "llama.cpp's pair" || texts === equal) ? 0 : 1;
}

function table(checks: readonly VocabularyCheck[]): string {
  return textTable({
    head: ['vocabulary', 'kind', 'tokens', 'compared with', 'texts', 'equal', 'first that differs'],
    rows: checks.map(({ name, kind, tokens, source, texts, equal, differing }) => [
      name,
      kind,
      tokens.toLocaleString('en'),
      source ?? 'unchecked',
      String(texts),
      source === undefined ? '' : String(equal),
      differing[0] === undefined ? '' : JSON.stringify(differing[0]).slice(0, 40),
    ]),
    right: [2, 4, 5],
  });
}
