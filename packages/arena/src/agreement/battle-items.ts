import { TIE, type Annotations, type Clusters } from '@understudy/statistics';
import { UserError } from '@understudy/core';
import { flipOutcome } from '../battles/battle-outcome.js';
import type { BattleTable } from '../battles/battle-table.js';
import { MISSING, textAt, type CodedColumn } from '../battles/coded-column.js';

/** What judges said of items, for one or two sets of battles whose items are numbered alike. */
export interface AnnotatedItems {
  readonly sets: readonly AnnotationSet[];
  /** The questions of the items. */
  readonly questions: Clusters;
}

/** The annotations of one set of battles. */
export interface AnnotationSet {
  readonly annotations: Annotations;
  /** Names of the raters with names, by their number; raters behind them voted without a name. */
  readonly judges: readonly string[];
}

/** First wins, second wins, tie. */
const LABELS = 3;

/**
 * Battles as annotations. An item is a question, turn and unordered pair of models. The three kinds of tie are one. A battle without a judge is
 * by a rater of its own; one without a question is left out. Raises `UserError` where no battle of a set has a question.
 *
 * Figures corrected for chance depend on which model of an item is called the first. Where all saw every item with the same sides, it is the
 * one shown first; where some item was seen both ways, it is, of all items, the one whose name comes first, and the winner is turned with the
 * pair. So the order of the battles does not matter.
 */
export function annotateItems(tables: readonly BattleTable[]): AnnotatedItems {
  const items = new ItemNumbers();
  const columns = tables.map((table) => annotate(table, items));
  const sets = columns.map(({ judges, raters, item, rater, label }) => ({
    judges,
    annotations: {
      items: items.questionOf.length,
      raters,
      labels: LABELS,
      tie: TIE,
      item,
      rater,
      label: items.turn(item, label),
    },
  }));
  return { sets, questions: { count: items.questions, of: Int32Array.from(items.questionOf) } };
}

/** An item and which side its models are on where it is met first. */
interface Item {
  readonly number: number;
  readonly first: string;
}

/** Numbers items in the order in which they are met. */
class ItemNumbers {
  readonly questionOf: number[] = [];
  /** Of each item, whether the model that is first where it is met first is so by name. */
  readonly #isByName: boolean[] = [];
  #haveFixedSides = true;
  readonly #items = new Map<string, Item>();
  readonly #questions = new Map<string, number>();

  get questions(): number {
    return this.#questions.size;
  }

  /** The item of two models' answers to a turn of a question. */
  find(question: string, turn: string, [first, second]: readonly [string, string]): Item {
    const pair = first < second ? `${first}\0${second}` : `${second}\0${first}`;
    const key = `${question}\0${turn}\0${pair}`;
    const known = this.#items.get(key);
    if (known !== undefined) {
      this.#haveFixedSides &&= known.first === first;
      return known;
    }
    const item = { number: this.questionOf.length, first };
    this.#items.set(key, item);
    this.questionOf.push(this.#questionNumber(question));
    this.#isByName.push(first < second);
    return item;
  }

  /** Labels that suit the sides on which items were met first, as labels that suit the sides of all battles. */
  turn(item: Int32Array, label: Uint8Array): Uint8Array {
    if (this.#haveFixedSides) return label;
    return label.map((code, at) => (this.#isByName[item[at]!]! ? code : flipOutcome(code)));
  }

  #questionNumber(question: string): number {
    const { size } = this.#questions;
    const number = this.#questions.get(question) ?? size;
    if (number === size) this.#questions.set(question, number);
    return number;
  }
}

function annotate(table: BattleTable, items: ItemNumbers) {
  const { models, first, second, outcome, columns } = table;
  const questions = questionsOf(table);
  const turns = columns.get('turn');
  const judges = columns.get('judge');
  const names = judges?.values ?? [];
  let raters = names.length;
  const rows = first.length;
  const item = new Int32Array(rows);
  const rater = new Int32Array(rows);
  const label = new Uint8Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row += 1) {
    const question = textAt(questions, row);
    if (question === undefined) continue;
    const turn = (turns && textAt(turns, row)) ?? '';
    const pair = [models[first[row]!]!, models[second[row]!]!] as const;
    const found = items.find(question, turn, pair);
    item[count] = found.number;
    const judge = judges?.codes[row] ?? MISSING;
    rater[count] = judge === MISSING ? raters++ : judge;
    const code = Math.min(outcome[row]!, TIE);
    label[count] = found.first === pair[0] ? code : flipOutcome(code);
    count += 1;
  }
  const [itemOf, raterOf, labelOf] = [item.subarray(0, count), rater.subarray(0, count), label.subarray(0, count)];
  return { judges: names, raters, item: itemOf, rater: raterOf, label: labelOf };
}

function questionsOf({ columns }: BattleTable): CodedColumn {
  const questions = columns.get('question_id');
  if (questions !== undefined) return questions;
  throw new UserError({
    code: 'agreement-no-questions',
    message:
      'Could not compare votes: the battles have no question_id, so it is not known which are of the same answers.',
    hint: 'Name the column that tells questions apart: --columns question_id=….',
  });
}
