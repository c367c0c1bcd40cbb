import { describe, expect, it } from 'vitest';
import { compareRequests } from './compare-requests.js';
import { combined, digest, short } from './digests.js';
import type { PlannedDocument } from './planned-documents.js';
import type { DigestColumns, TaskRequests } from './request-fixture.js';

const BLOCK = 2;

const document = (at: number, change: Partial<PlannedDocument> = {}): PlannedDocument => ({
  doc: digest(`document ${at}`),
  target: digest(`target ${at}`),
  texts: [digest(`question ${at}`), digest(`other question ${at}`)],
  tokens: [digest(`tokens ${at}`), digest(`other tokens ${at}`)],
  ...change,
});

const columns = (documents: readonly PlannedDocument[]): DigestColumns => [
  combined(documents.map(({ doc }) => doc)),
  combined(documents.map(({ target }) => target)),
  combined(documents.map(() => '3,1')),
  combined(documents.map(({ texts }) => combined(texts))),
  combined(documents.map(({ tokens }) => combined(tokens))),
];

const blockOf = (documents: readonly PlannedDocument[]): DigestColumns => {
  const [docs, targets, draws, texts, ...tokens] = columns(documents).map(short);
  return [docs!, targets!, draws!, texts!, ...tokens];
};

const documents = [0, 1, 2, 3, 4].map((at) => document(at));

const fixture: TaskRequests = {
  task: 'some_task',
  version: 1,
  documents: 5,
  requests: 10,
  tokens: {},
  digests: columns(documents),
  blocks: [0, 2, 4].map((from) => blockOf(documents.slice(from, from + BLOCK))),
  first: documents.slice(0, 2).map(({ doc, target, texts, tokens }) => ({
    doc: short(doc),
    target: short(target),
    draw: [3, 1],
    requests: texts.map((text, at): [string, [string, number, number]] => [short(text), [short(tokens[at]!), 1, 1]]),
  })),
};

const compare = (own: readonly PlannedDocument[]) =>
  compareRequests(fixture, BLOCK, [{ tokenizer: 'a-model', documents: own }]);

describe('compareRequests', () => {
  it('finds all documents equal', () => {
    expect(compare(documents)).toMatchObject({ equalDocuments: 5, differing: [], firstDifference: undefined });
  });

  it('says what differs, in how many documents, and where first', () => {
    const changed = documents.map((own, at) => (at === 1 ? document(1, { texts: [own.texts[0]!, digest('x')] }) : own));
    expect(compare(changed)).toMatchObject({
      equalDocuments: 3,
      differing: ['texts'],
      firstDifference: 'document 1, request 1: its text',
    });
  });

  it('tells other tokens of the same text', () => {
    const changed = documents.map((own, at) => (at === 4 ? document(4, { tokens: [digest('x')] }) : own));
    expect(compare(changed)).toMatchObject({
      equalDocuments: 4,
      differing: ['tokens of a-model'],
      firstDifference: 'behind document 1',
    });
  });

  it('tells a missing document', () => {
    expect(compare(documents.slice(0, 4))).toMatchObject({
      equalDocuments: 4,
      firstDifference: '4 documents instead of 5',
    });
  });
});
