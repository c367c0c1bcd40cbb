import { obligationsOf, readCatalog } from '@understudy/catalog';
import type { BoardRow } from '@understudy/evidence';
import { assessNonInferiority } from '@understudy/statistics';
import type { ModelVersion } from '@understudy/store';
import { expect, it } from 'vitest';
import { findReference } from '../candidates/find-reference.js';
import { isReference } from '../candidates/is-reference.js';
import { listCandidates } from '../candidates/list-candidates.js';
import { fakeRow } from '../testing/fake-evidence.js';
import { readVotes } from './read-votes.js';
import type { AssessedAspect, VoteClaim, VoteSource } from './vote-source.js';

const catalog = await readCatalog();
const TEST = { margin: 0.05, confidence: 0.95 };

/** A model of a card that was measured under an identity. */
function measured(card: string, identity: string, quantization: string): BoardRow {
  const row = fakeRow(identity, []);
  return { ...row, model: { ...row.model, card: catalog.cardsById.get(card), quantization } };
}

function named(id: string, changes: Partial<ModelVersion> = {}): ModelVersion {
  const unknown = { organisation: null, licence: null, openWeights: null, spec: null, identity: null };
  const rest = { quantisation: null, system: null, decoding: null, priceIn: null, priceOut: null, retiredAt: null };
  return { id, name: id, ...unknown, ...rest, ...changes };
}

function assessed(wins: number, losses: number): AssessedAspect {
  const scores = [...Array<number>(wins).fill(1), ...Array<number>(losses).fill(0)];
  const votes = new Float64Array(scores.length).fill(1);
  return { aspect: null, ...assessNonInferiority({ scores: Float64Array.from(scores), votes }, TEST) };
}

/** An arena that gives every pair the same votes, and keeps what it was asked. */
class FakeArena implements VoteSource {
  readonly asked: { readonly study: string; readonly claims: readonly VoteClaim[] }[] = [];
  readonly #studies: Readonly<Record<string, readonly string[]>>;
  readonly #known: readonly ModelVersion[];
  readonly #votes: AssessedAspect;

  constructor(
    studies: Readonly<Record<string, readonly string[]>>,
    known: readonly ModelVersion[],
    votes = assessed(30, 30),
  ) {
    this.#studies = studies;
    this.#known = known;
    this.#votes = votes;
  }

  readonly studies: VoteSource['studies'] = () =>
    Promise.resolve(
      Object.entries(this.#studies).map(([id, versionIds]) => ({ id, title: id, mode: 'study' as const, versionIds })),
    );

  readonly versions: VoteSource['versions'] = () => Promise.resolve(this.#known);

  readonly assess: VoteSource['assess'] = (study, claims) => {
    this.asked.push({ study, claims });
    return Promise.resolve(
      claims.map(() => ({ overall: this.#votes, aspects: [{ ...assessed(0, 0), aspect: 'sums' }] })),
    );
  };
}

async function read(arena: VoteSource, rows: readonly BoardRow[] = [], wanted = 'gpt-3.5-turbo') {
  const obligations = (card: Parameters<typeof obligationsOf>[0]) => obligationsOf(card, catalog);
  const candidates = listCandidates({ cards: catalog.cards, rows, obligationsOf: obligations });
  const reference = findReference(wanted, candidates, catalog.externals);
  const others = candidates.filter((candidate) => !isReference(candidate, reference));
  return readVotes(arena, { reference, candidates, wanted: others, catalog, test: TEST });
}

it('only studies that have both are read, and models that nobody knows are named', async () => {
  const versions = ['gpt-3.5-turbo', 'vicuna-13b-v1.5', 'vicuna-13b', 'mystery'].map((id) => named(id));
  const arena = new FakeArena(
    {
      both: ['gpt-3.5-turbo', 'vicuna-13b-v1.5', 'mystery'],
      'without-reference': ['vicuna-13b-v1.5', 'vicuna-13b'],
      'without-candidate': ['gpt-3.5-turbo', 'vicuna-13b'],
    },
    versions,
  );
  const { pairs, unknown } = await read(arena);
  expect(pairs.map(({ candidate, study, version }) => [candidate, study.id, version])).toEqual([
    ['vicuna-13b-v1.5', 'both', 'vicuna-13b-v1.5'],
  ]);
  expect(arena.asked.map(({ study }) => study)).toEqual(['both']);
  expect(unknown).toEqual(['mystery', 'vicuna-13b']);
  expect(pairs[0]?.aspects).toEqual([]);
});

it('without a study no version is asked for', async () => {
  const arena: VoteSource = {
    studies: () => Promise.resolve([]),
    versions: () => Promise.reject(new Error('asked for versions')),
    assess: () => Promise.reject(new Error('asked for votes')),
  };
  expect(await read(arena)).toEqual({ pairs: [], unknown: [] });
});

it('votes on a file that was measured are of that file alone, votes on a name of all that was measured of its card', async () => {
  const rows = [
    measured('vicuna-13b-v1.5', 'a'.repeat(64), 'Q4_1'),
    measured('vicuna-13b-v1.5', 'b'.repeat(64), 'Q8_0'),
  ];
  const run = { spec: 'hf:lmsys/vicuna-13b-v1.5', decoding: '{}' };
  const versions = [
    named('gpt-3.5-turbo'),
    named('vicuna-13b-v1.5'),
    named('ours', { ...run, identity: 'b'.repeat(64) }),
    named('other-file', { ...run, identity: 'c'.repeat(64) }),
  ];
  const { pairs } = await read(new FakeArena({ one: versions.map(({ id }) => id) }, versions), rows);
  expect(pairs.map(({ candidate, version }) => `${candidate} ${version}`).toSorted()).toEqual([
    'vicuna-13b-v1.5@Q4_1 other-file',
    'vicuna-13b-v1.5@Q4_1 vicuna-13b-v1.5',
    'vicuna-13b-v1.5@Q8_0 other-file',
    'vicuna-13b-v1.5@Q8_0 ours',
    'vicuna-13b-v1.5@Q8_0 vicuna-13b-v1.5',
  ]);
});

it('a snapshot of the reference is not the reference', async () => {
  const versions = ['gpt-3.5-turbo-0301', 'vicuna-13b-v1.5'].map((id) => named(id));
  const study = { one: versions.map(({ id }) => id) };
  expect((await read(new FakeArena(study, versions))).pairs).toEqual([]);
  const snapshot = await read(new FakeArena(study, versions), [], 'gpt-3.5-turbo-0301');
  expect(snapshot.pairs).toMatchObject([{ candidate: 'vicuna-13b-v1.5', referenceVersion: 'gpt-3.5-turbo-0301' }]);
});

it.each([
  [30, 30, 'undecided', expect.any(Number)],
  // Both agree, so that no spread is known: it is questions that lack.
  [2, 0, 'undecided', null],
  [60, 10, 'non-inferior', null],
  [5, 60, 'inferior', null],
])('%i wins of %i more votes are %s', async (wins, losses, outcome, votesNeeded) => {
  const versions = ['gpt-3.5-turbo', 'vicuna-13b-v1.5'].map((id) => named(id));
  const votes = assessed(wins, losses);
  const { pairs } = await read(new FakeArena({ one: versions.map(({ id }) => id) }, versions, votes));
  expect(pairs[0]?.overall).toEqual({
    aspect: null,
    winRate: wins / (wins + losses),
    bounds: votes.bounds,
    outcome,
    votes: wins + losses,
    questions: wins + losses,
    votesNeeded,
  });
});
