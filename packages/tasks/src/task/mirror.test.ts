import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openDataset } from '@understudy/datasets';
import { openTaskLibrary } from '../registry/task-library.js';
import { openTask } from './open-task.js';
import type { TaskDocument } from './task-document.js';

/** Real rows, not part of the repository; read from disk as folders. */
const MIRROR = fileURLToPath(new URL('../../../../../shared/hub/datasets', import.meta.url));
/** What the reference harness makes of all rows; bench/README.md says how they were made and what a digest is of. */
const FIXTURES = fileURLToPath(new URL('../../../../bench/parity/fixtures/requests', import.meta.url));
/** Few-shot rows of these data sets were made over training rows that the mirror does not have. */
const WITHOUT_TRAINING_ROWS = ['piqa', 'hellaswag', 'winogrande', 'drop', 'triviaqa', 'wikitext'];

interface Fixture {
  readonly row: {
    readonly task: string;
    readonly shots: number;
    readonly chat: boolean;
    readonly system: string | null;
  };
  readonly block: number;
  readonly tasks: readonly { readonly task: string; readonly blocks: readonly (readonly string[])[] }[];
}

function readFixtures(): readonly Fixture[] {
  if (!existsSync(MIRROR) || !existsSync(FIXTURES)) return [];
  return readdirSync(FIXTURES)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(`${FIXTURES}/${name}`, 'utf8')) as Fixture)
    .filter(({ row }) => !row.chat && row.task !== 'mmlu')
    .filter(({ row }) => row.shots === 0 || !WITHOUT_TRAINING_ROWS.includes(row.task));
}

const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const combined = (digests: readonly string[]): string => digest(digests.join('\n'));

function requestsDigest({ requests }: TaskDocument): string {
  return combined(
    requests.map((request) => {
      if (request.kind === 'loglikelihood') return digest(`${request.context}\0${request.continuation}`);
      return digest(request.kind === 'rolling' ? request.text : request.context);
    }),
  );
}

const library = openTaskLibrary();
const fixtures = readFixtures();

describe.skipIf(fixtures.length === 0)('on real rows (skipped without ../shared/hub beside the repository)', () => {
  it.each(fixtures)(
    "documents, targets and requests of $row.task at $row.shots shots are the reference harness's",
    async ({ row, block, tasks: [expected] }) => {
      const { tasks } = await (await library).select([row.task]);
      const [definition] = tasks;
      if (definition === undefined || expected === undefined) throw new Error(`no task ${row.task}`);
      const task = await openTask(definition, {
        openDataset: (request) => openDataset({ ...request, path: `${MIRROR}/${hubName(request.path)}` }),
        numFewshot: row.shots,
        fewshotSeed: 1234,
        systemInstruction: row.system ?? undefined,
      });
      const documents: TaskDocument[] = [];
      for await (const document of task.documents({ limit: block })) documents.push(document);
      const [docs, targets, , texts] = expected.blocks[0] ?? [];
      const found = [
        combined(documents.map((document) => document.docHash)),
        combined(documents.map((document) => document.targetHash)),
        combined(documents.map(requestsDigest)),
      ];
      expect(found.map((each) => each.slice(0, 16))).toEqual([docs, targets, texts]);
    },
  );
});

/** Release 0.4.12 names one data set without its owner. */
function hubName(path: string): string {
  return path === 'medmcqa' ? 'openlifescienceai/medmcqa' : path;
}
