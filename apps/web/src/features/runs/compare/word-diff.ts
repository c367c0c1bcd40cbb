/** A stretch of two texts: in both, or in one of them only. */
export interface DiffPiece {
  readonly side: 'both' | 'first' | 'second';
  readonly text: string;
}

/** Texts of more different words than this are shown whole: the comparison takes their number squared. */
const MOST_EDITS = 500;

/**
 * Two texts word by word: the fewest words that turn the first into the second (E. W. Myers, An O(ND) difference algorithm and its variations,
 * Algorithmica 1, 1986). Joined, the pieces of each side are its text. Texts that differ in more than 500 words give one piece each.
 */
export function wordDiff(first: string, second: string): readonly DiffPiece[] {
  const [a, b] = [wordsOf(first), wordsOf(second)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [middleA, middleB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const middle = shortestEdits(middleA, middleB) ?? [
    ...middleA.map((text): DiffPiece => ({ side: 'first', text })),
    ...middleB.map((text): DiffPiece => ({ side: 'second', text })),
  ];
  const same = (words: readonly string[]) => words.map((text): DiffPiece => ({ side: 'both', text }));
  return joined([...same(a.slice(0, start)), ...middle, ...same(end === 0 ? [] : a.slice(-end))]);
}

/** Words, stretches of white space and single other characters; Chinese is compared character by character. */
function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{Script=Han}]|[\p{L}\p{N}\p{M}_]+|\s+|[^\p{L}\p{N}\p{M}_\s]/gu) ?? [];
}

/** Undefined when there are more than `MOST_EDITS`. */
function shortestEdits(a: readonly string[], b: readonly string[]): readonly DiffPiece[] | undefined {
  // furthest.get(k): how far into `a` the diagonal x − y = k has been followed.
  let furthest = new Map([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let edits = 0; edits <= Math.min(MOST_EDITS, a.length + b.length); edits += 1) {
    trace.push(furthest);
    const reached = new Map(furthest);
    for (let k = -edits; k <= edits; k += 2) {
      let x = isDown(furthest, k, edits) ? (furthest.get(k + 1) ?? 0) : (furthest.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      reached.set(k, x);
      if (x >= a.length && x - k >= b.length) return walkBack(trace, a, b);
    }
    furthest = reached;
  }
  return undefined;
}

function isDown(furthest: ReadonlyMap<number, number>, k: number, edits: number): boolean {
  return k === -edits || (k !== edits && (furthest.get(k - 1) ?? 0) < (furthest.get(k + 1) ?? 0));
}

function walkBack(
  trace: readonly ReadonlyMap<number, number>[],
  a: readonly string[],
  b: readonly string[],
): readonly DiffPiece[] {
  const pieces: DiffPiece[] = [];
  let [x, y] = [a.length, b.length];
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const furthest = trace[edits] ?? new Map<number, number>();
    const k = x - y;
    const down = isDown(furthest, k, edits);
    const beforeX = furthest.get(down ? k + 1 : k - 1) ?? 0;
    const beforeY = beforeX - (down ? k + 1 : k - 1);
    while (x > beforeX && y > beforeY && x > 0 && y > 0) {
      pieces.push({ side: 'both', text: a[x - 1] ?? '' });
      [x, y] = [x - 1, y - 1];
    }
    if (edits > 0)
      pieces.push(down ? { side: 'second', text: b[y - 1] ?? '' } : { side: 'first', text: a[x - 1] ?? '' });
    [x, y] = [beforeX, beforeY];
  }
  return pieces.reverse();
}

/** Neighbours of one side as one piece. */
function joined(pieces: readonly DiffPiece[]): readonly DiffPiece[] {
  const result: DiffPiece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last?.side === piece.side) result[result.length - 1] = { side: piece.side, text: last.text + piece.text };
    else result.push(piece);
  }
  return result;
}
