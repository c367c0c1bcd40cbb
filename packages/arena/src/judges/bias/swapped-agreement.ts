import {
  agreementBetween,
  SECOND_WINS,
  FIRST_WINS,
  TIE,
  type Agreement,
  type Annotations,
} from '@understudy/statistics';
import type { PairsInBothOrders } from './both-orders.js';

const LABELS = 3;

/** How far a judge agrees with itself when the answers change places; intervals by a bootstrap over questions. */
export function swappedAgreement({ once, swapped, questionIds }: PairsInBothOrders): Agreement {
  const numbers = new Map<string, number>();
  const of = Int32Array.from(questionIds, (id) => {
    const number = numbers.get(id) ?? numbers.size;
    numbers.set(id, number);
    return number;
  });
  return agreementBetween(annotationsOf(once), annotationsOf(swapped.map(turned)), {
    clusters: { count: numbers.size, of },
  });
}

function annotationsOf(outcomes: readonly number[]): Annotations {
  return {
    items: outcomes.length,
    raters: 1,
    labels: LABELS,
    tie: TIE,
    item: Int32Array.from(outcomes.keys()),
    rater: new Int32Array(outcomes.length),
    label: Uint8Array.from(outcomes),
  };
}

/** In the other order the answer shown first is the other one. */
function turned(outcome: number): number {
  return outcome === FIRST_WINS ? SECOND_WINS : outcome === SECOND_WINS ? FIRST_WINS : TIE;
}
