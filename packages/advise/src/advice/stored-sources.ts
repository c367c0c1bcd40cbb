import { obligationsOf, type Catalog } from '@understudy/catalog';
import { CardIndex, readDocumentScores, runConditions, runNames, type Leaderboard } from '@understudy/evidence';
import type { Store } from '@understudy/store';
import { estimateFootprint } from '../admissibility/estimate-footprint.js';
import type { ReadDocuments } from '../verdict/benchmark-difference.js';
import type { VoteSource } from '../votes/vote-source.js';
import type { AdviceSources } from './advise.js';

/** What an advice reads. */
export interface StoredEvidence {
  readonly store: Pick<Store, 'getRun' | 'samples' | 'countSamples'>;
  readonly catalog: Catalog;
  /** Everything that was measured, without filters. */
  readonly board: Leaderboard;
  readonly votes: VoteSource;
}

/** The sources of an advice: the catalog, the leaderboard, the samples of the store, and people's votes. */
export function storedSources({ store, catalog, board, votes }: StoredEvidence): AdviceSources {
  const cards = new CardIndex(catalog);
  return {
    catalog,
    board,
    obligationsOf: (card) => obligationsOf(card, catalog),
    estimateFootprint,
    readDocuments: readOnce((column) => readDocumentScores(store, column)),
    readPace: (runId) => readPace(store, runId),
    readConditions: async (runId, { card }) => {
      const run = await store.getRun(runId);
      return runConditions(run, cards.templateOf(runNames(run), card));
    },
    votes,
  };
}

/** Reads each column of a run once for all verdicts of an advice: the reference's are needed for every model. */
function readOnce(read: ReadDocuments): ReadDocuments {
  const known = new Map<string, ReturnType<ReadDocuments>>();
  return (column) => {
    const key = JSON.stringify([column.runId, column.task, column.metric, column.filter]);
    const reading = known.get(key) ?? read(column);
    known.set(key, reading);
    return reading;
  };
}

/** Seconds a document of a run took, over all its tasks; undefined where the run tells no time: an imported one, say. */
async function readPace(store: StoredEvidence['store'], runId: string): Promise<number | undefined> {
  const { sessions } = await store.getRun(runId);
  const elapsedMs = sessions.reduce((sum, session) => sum + session.elapsedMs, 0);
  const counts = [...(await store.countSamples(runId)).values()];
  const documents = counts.reduce((sum, { stored }) => sum + stored, 0);
  return elapsedMs > 0 && documents > 0 ? elapsedMs / 1000 / documents : undefined;
}
