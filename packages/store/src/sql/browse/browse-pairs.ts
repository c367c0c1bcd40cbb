import type { Kysely } from 'kysely';
import type { PairCounts, PairOutcome, PairPage, PairQuery } from '../../browse/browse.js';
import { type Cursor, readCursor } from '../../browse/cursor.js';
import type { Tables } from '../tables.js';
import { FirstRows, isAfter, type KeyedRow } from './first-rows.js';
import { pageLimit } from './page-limit.js';
import { isCutShort, pageOf } from './page-of.js';
import type { DocumentPair } from './document-pair.js';
import { type PairSides, scanPairs } from './scan-pairs.js';

type FoundPair = KeyedRow & PairPage['rows'][number];

/** A page of the documents of two runs that have a value in both; see `SampleBrowser`. */
export async function browsePairs(db: Kysely<Tables>, sides: PairSides, query: PairQuery): Promise<PairPage> {
  const { outcome, sort = 'document' } = query;
  const isSorted = sort !== 'document';
  const limit = pageLimit(query.limit);
  const cursor = query.cursor === undefined ? undefined : readCursor(query.cursor, isSorted);
  const isBackwards = cursor?.side === 'before';
  // Backwards is forwards with the signs of keys and documents turned.
  const sign = isBackwards ? -1 : 1;
  const keyOf = KEYS[sort];
  const place = cursor && placeOf(cursor, { sort, sign });
  const nearest = new FirstRows<FoundPair>(limit + 1);
  let [total, passed] = [0, 0];
  await scanPairs(db, { ...sides, isBackwards }, (pair) => {
    const { first, second, firstDocument } = pair;
    if (Number.isNaN(first) || Number.isNaN(second)) return;
    if (outcome !== undefined && !OUTCOMES[outcome](first, second)) return;
    total += 1;
    const [key, document] = [sign * keyOf(pair), sign * firstDocument];
    if (place !== undefined && !isAfter({ key, document }, place)) {
      passed += 1;
      return;
    }
    if (!nearest.accepts(key, document)) return;
    const { secondDocument: secondDocId, samePrompt } = pair;
    nearest.add({ key, document, docId: firstDocument, secondDocId, first, second, samePrompt });
  });
  const found = { rows: nearest.rows().map(withPosition), passed, total };
  const asked = { limit, cursor, isSorted };
  if (isCutShort(found, asked)) return browsePairs(db, sides, { ...query, cursor: undefined });
  const page = pageOf(found, asked);
  return { rows: page.rows.map(({ row }) => row), ...page.place };
}

/** A pair with what its cursor says. */
function withPosition({ key: _key, document: _document, ...row }: FoundPair) {
  return { document: row.docId, key: difference(row), row };
}

/** What pairs are sorted by, ascending. */
const KEYS: Readonly<Record<NonNullable<PairQuery['sort']>, (pair: DocumentPair) => number>> = {
  document: (pair) => pair.firstDocument,
  ascending: (pair) => difference(pair),
  descending: (pair) => -difference(pair),
};

function placeOf(
  { document, key = 0 }: Cursor,
  { sort, sign }: { readonly sort: NonNullable<PairQuery['sort']>; readonly sign: 1 | -1 },
): KeyedRow {
  const keys = { document, ascending: key, descending: -key };
  return { document: sign * document, key: sign * keys[sort] };
}

const OUTCOMES: Readonly<Record<PairOutcome, (first: number, second: number) => boolean>> = {
  both: (first, second) => first === 1 && second === 1,
  neither: (first, second) => first === 0 && second === 0,
  'only-first': (first, second) => first === 1 && second === 0,
  'only-second': (first, second) => first === 0 && second === 1,
  different: (first, second) => first !== second,
};

/** How many documents fall under each outcome; see `SampleBrowser`. */
export async function countPairs(db: Kysely<Tables>, sides: PairSides): Promise<PairCounts> {
  const counts = { matched: 0, promptsDiffering: 0, withoutValue: 0, different: 0 };
  const binary = { both: 0, neither: 0, onlyFirst: 0, onlySecond: 0 };
  let isBinary = true;
  const sums = { sumOfFirst: 0, sumOfSecond: 0, sumOfDifferences: 0, sumOfSquares: 0 };
  const unpaired = await scanPairs(db, sides, (pair) => {
    const { first, second } = pair;
    counts.matched += 1;
    counts.promptsDiffering += Number(!pair.samePrompt);
    if (Number.isNaN(first) || Number.isNaN(second)) {
      counts.withoutValue += 1;
      return;
    }
    const delta = difference(pair);
    sums.sumOfFirst += first;
    sums.sumOfSecond += second;
    sums.sumOfDifferences += delta;
    sums.sumOfSquares += delta * delta;
    counts.different += Number(first !== second);
    isBinary &&= (first === 0 || first === 1) && (second === 0 || second === 1);
    if (first === 1) binary[second === 1 ? 'both' : 'onlyFirst'] += 1;
    else binary[second === 1 ? 'onlySecond' : 'neither'] += 1;
  });
  return { ...counts, ...unpaired, binary: isBinary ? binary : undefined, ...sums };
}

/** First − second; 0 where both are the same infinity. */
function difference({ first, second }: Pick<DocumentPair, 'first' | 'second'>): number {
  return first === second ? 0 : first - second;
}
