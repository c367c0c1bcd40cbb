import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FIRST_WINS, SECOND_WINS, TIE, type Clusters, type Comparisons } from '../comparisons/comparisons.js';

/** Votes with published results, not part of the repository. */
const ARENA_DATA = fileURLToPath(new URL('../../../../../shared/arena-data', import.meta.url));
/** Golden ratings of another implementation, part of the repository; `README.md` beside them says whose. */
const GOLDEN = fileURLToPath(new URL('../../fixtures/evalica', import.meta.url));

/** Whether the votes lie beside the repository. */
export const hasArenaData = existsSync(ARENA_DATA);

/** A file's votes and the values of its other columns. */
export interface Battles {
  readonly names: readonly string[];
  readonly comparisons: Comparisons;
  /** Comparisons by the value of a column. */
  clusters(column: string): Clusters;
}

type Row = Readonly<Record<string, string | number>>;

/** The numbers of `expected.json`; their shape is stated where they are used. */
export function readExpected(): unknown {
  return JSON.parse(readFileSync(`${ARENA_DATA}/expected.json`, 'utf8'));
}

/** Votes of MT-bench: `human` or `gpt4_pair`. */
export function readMtBench(name: 'human' | 'gpt4_pair'): Battles {
  const lines = readFileSync(`${ARENA_DATA}/mt-bench-human/${name}.jsonl`, 'utf8').trimEnd().split('\n');
  return battlesOf(
    lines.map((line) => JSON.parse(line) as Row),
    { first: 'model_a', second: 'model_b', wins: { model_a: FIRST_WINS, model_b: SECOND_WINS } },
  );
}

/** Votes of crowd workers on LLMFAO's answers. */
export function readLlmfao(): Battles {
  return leftRight(`${ARENA_DATA}/llmfao/crowd-comparisons.csv`);
}

/** Votes of a golden file. */
export function readGoldenBattles(name: 'food' | 'simple'): Battles {
  return leftRight(`${GOLDEN}/${name}.csv`);
}

/** Golden scores of one algorithm, by model; those of `llmfao` are among the votes that are not part of the repository. */
export function readGoldenScores(name: 'food' | 'simple' | 'llmfao', algorithm: string): ReadonlyMap<string, number> {
  const folder = name === 'llmfao' ? `${ARENA_DATA}/evalica-golden` : GOLDEN;
  const rows = readCsv(`${folder}/${name}-golden.csv`).filter((row) => row['algorithm'] === algorithm);
  return new Map(rows.map((row) => [String(row['item']), Number(row['score'])]));
}

function leftRight(path: string): Battles {
  return battlesOf(readCsv(path), {
    first: 'left',
    second: 'right',
    wins: { left: FIRST_WINS, right: SECOND_WINS },
  });
}

/** None of the files has quotes. */
function readCsv(path: string): readonly Row[] {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const columns = head.trimEnd().split(',');
  return lines.map((line) => {
    const values = line.trimEnd().split(',');
    return Object.fromEntries(columns.map((column, at) => [column, values[at] ?? '']));
  });
}

interface Columns {
  readonly first: string;
  readonly second: string;
  /** Outcome of each word in the column `winner`; any other word is a tie. */
  readonly wins: Readonly<Record<string, number>>;
}

function battlesOf(rows: readonly Row[], { first, second, wins }: Columns): Battles {
  const names = [...new Set(rows.flatMap((row) => [String(row[first]), String(row[second])]))];
  const number = new Map(names.map((name, at) => [name, at]));
  const column = (name: string) => Int32Array.from(rows, (row) => number.get(String(row[name])) ?? -1);
  return {
    names,
    comparisons: {
      models: names.length,
      first: column(first),
      second: column(second),
      outcome: Uint8Array.from(rows, (row) => wins[String(row['winner'])] ?? TIE),
    },
    clusters: (name) => {
      const values = [...new Set(rows.map((row) => row[name]))];
      const of = new Map(values.map((value, at) => [value, at]));
      return { count: values.length, of: Int32Array.from(rows, (row) => of.get(row[name]) ?? -1) };
    },
  };
}
