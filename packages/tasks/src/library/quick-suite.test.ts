import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openDataset } from '@understudy/datasets';
import { openTaskLibrary } from '../registry/task-library.js';
import { openTask } from '../task/open-task.js';
import type { TaskDocument } from '../task/task-document.js';

/**
 * What lm-evaluation-harness 0.4.12 asks for the same rows of the full tasks (mmlu with five shots): the number of documents
 * and the SHA-256 of one line a document, `<document hash> <target hash> <SHA-256 of each request>`; a request is its context,
 * and for log-likelihoods a NUL and the continuation. It was made with `build_all_requests(samples=<rows.json>)`.
 */
const EXPECTED = JSON.parse(readFileSync(new URL('fixtures/quick-requests.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, { readonly documents: number; readonly digest: string }>
>;

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

function line({ docHash, targetHash, requests }: TaskDocument): string {
  const texts = requests.map((request) => {
    if (request.kind === 'loglikelihood') return `${request.context}\0${request.continuation}`;
    return request.kind === 'rolling' ? request.text : request.context;
  });
  return [docHash, targetHash, ...texts.map(sha256)].join(' ');
}

const selection = openTaskLibrary().then((library) => library.select(['quick']));

describe('the quick suite', () => {
  it('has nine benchmarks in six areas', async () => {
    const { tasks } = await selection;
    expect(tasks.map((task) => task.name).toSorted()).toEqual(
      Object.keys(EXPECTED)
        .map((name) => `quick_${name}`)
        .toSorted(),
    );
  });

  it.each(Object.entries(EXPECTED))(
    'asks the rows of %s as the full task does in the reference harness',
    async (name, expected) => {
      const definition = (await selection).tasks.find((task) => task.name === `quick_${name}`);
      if (definition === undefined) throw new Error(`no task quick_${name}`);
      const task = await openTask(definition, { openDataset, fewshotSeed: 1234 });
      const lines: string[] = [];
      for await (const document of task.documents()) lines.push(line(document));
      expect({ documents: task.documentCount, digest: sha256(lines.join('\n')) }).toEqual(expected);
    },
  );
});
