import { combined, short } from './digests.js';
import type { PlannedDocument } from './planned-documents.js';
import type { TaskRequests } from './request-fixture.js';

/** A leaf task's requests beside the reference harness's. */
export interface RequestComparison {
  readonly task: string;
  /** As the reference has them. */
  readonly documents: number;
  readonly requests: number;
  /** Documents of the blocks in which everything is equal. */
  readonly equalDocuments: number;
  /** What differs somewhere: `documents`, `targets`, `texts`, `tokens of <model>`. Texts contain the examples drawn. */
  readonly differing: readonly string[];
  /** Where the first difference is, as far as the fixture can tell. */
  readonly firstDifference: string | undefined;
}

/** The documents of one leaf task, planned with one tokenizer. */
export interface TokenizerPlan {
  readonly tokenizer: string;
  readonly documents: readonly PlannedDocument[];
}

/** A fixture's columns are documents, targets, draws, texts, tokens …; a draw is seen in the text that it makes. */
const DRAWS_COLUMN = 2;

/**
 * Compares all requests of a leaf task with a fixture.
 * @param block documents a block of the fixture
 * @param plans one for each tokenizer, in the order of the fixture's columns
 */
export function compareRequests(
  fixture: TaskRequests,
  block: number,
  plans: readonly TokenizerPlan[],
): RequestComparison {
  const names = ['documents', 'targets', 'texts', ...plans.map(({ tokenizer }) => `tokens of ${tokenizer}`)];
  const differing = new Set<string>();
  let equalDocuments = 0;
  fixture.blocks.forEach((expected, at) => {
    const own = columns(plans, at * block, (at + 1) * block);
    const others = expected.filter((_, column) => column !== DRAWS_COLUMN);
    const unequal = names.filter((_, column) => own[column] !== others[column]);
    for (const name of unequal) differing.add(name);
    if (unequal.length === 0) equalDocuments += Math.min(block, fixture.documents - at * block);
  });
  for (const { documents } of plans) if (documents.length !== fixture.documents) differing.add('documents');
  return {
    task: fixture.task,
    documents: fixture.documents,
    requests: fixture.requests,
    equalDocuments,
    differing: [...differing],
    firstDifference: differing.size === 0 ? undefined : findFirstDifference(fixture, plans),
  };
}

/** Digests over a run of documents, shortened as in `blocks`; texts are those of all tokenizers' plans, which must agree. */
function columns(plans: readonly TokenizerPlan[], from: number, to: number): readonly string[] {
  const parts = plans.map(({ documents }) => documents.slice(from, to));
  const first = parts[0] ?? [];
  const texts = parts.map((documents) => combined(documents.map((document) => combined(document.texts))));
  return [
    combined(first.map(({ doc }) => doc)),
    combined(first.map(({ target }) => target)),
    texts.every((text) => text === texts[0]) ? (texts[0] ?? '') : 'different texts by tokenizer',
    ...parts.map((documents) => combined(documents.map(({ tokens }) => combined(tokens)))),
  ].map(short);
}

function findFirstDifference(fixture: TaskRequests, plans: readonly TokenizerPlan[]): string {
  const own = plans[0]?.documents ?? [];
  if (own.length !== fixture.documents) return `${own.length} documents instead of ${fixture.documents}`;
  for (const [at, expected] of fixture.first.entries()) {
    const document = own[at];
    if (document === undefined) break;
    if (short(document.doc) !== expected.doc) return `document ${at}: its columns or values`;
    if (short(document.target) !== expected.target) return `document ${at}: its target`;
    if (document.texts.length !== expected.requests.length) return `document ${at}: its number of requests`;
    for (const [number, [text, ...tokens]] of expected.requests.entries()) {
      if (short(document.texts[number] ?? '') !== text) return `document ${at}, request ${number}: its text`;
      const other = plans.find((plan, of) => short(plan.documents[at]?.tokens[number] ?? '') !== tokens[of]?.[0]);
      if (other !== undefined) return `document ${at}, request ${number}: its tokens with ${other.tokenizer}`;
    }
  }
  return `behind document ${fixture.first.length - 1}`;
}
