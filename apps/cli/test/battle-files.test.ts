import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli } from './support/run-cli.js';
import { temporaryHome } from './support/temporary-home.js';

const home = temporaryHome();

/** Each model beats the others at times, x most often; the judges are two. */
const VOTES = [
  ['x', 'y', 'model_a', 'ann', 1, 1],
  ['x', 'y', 'model_a', 'bob', 1, 1],
  ['y', 'z', 'model_a', 'ann', 2, 1],
  ['z', 'y', 'tie (bothbad)', 'bob', 2, 1],
  ['z', 'x', 'model_a', 'ann', 3, 2],
  ['x', 'z', 'tie (inconsistent)', 'bob', 3, 2],
  ['y', 'x', 'model_a', 'ann', 4, 2],
  ['x', 'y', 'model_b', 'bob', 4, 2],
] as const;
const NAMES = ['model_a', 'model_b', 'winner', 'judge', 'question_id', 'turn'];

function write(name: string, content: string): string {
  writeFileSync(join(home, name), content);
  return join(home, name);
}

const jsonl = write(
  'votes.jsonl',
  VOTES.map((vote) => JSON.stringify(Object.fromEntries(NAMES.map((name, at) => [name, vote[at]])))).join('\n'),
);
const csv = write(
  'crowd.csv',
  `left,right,winner,worker,id\n${VOTES.map(([a, b, winner, judge, id]) => {
    const side = winner === 'model_a' ? 'left' : winner === 'model_b' ? 'right' : 'tie';
    return `${a},${b},${side},${judge},${id}\n`;
  }).join('')}`,
);

interface Ratings {
  readonly votes: number;
  readonly interval: object;
  readonly models: readonly { readonly model: string; readonly rating: number }[];
}

function ratingsOf({ models }: Ratings): readonly (readonly [string, number])[] {
  return models.map(({ model, rating }) => [model, rating]);
}

async function ratings(...argv: readonly string[]): Promise<Ratings> {
  const { stdout } = await runCli(['ratings', ...argv, '--json'], { home });
  return JSON.parse(stdout) as Ratings;
}

async function printed(...argv: readonly string[]): Promise<string> {
  return (await runCli(['ratings', ...argv], { home })).stdout;
}

describe('understudy ratings', () => {
  test('prints a table with what it rests on', async () => {
    const { code, stdout, stderr } = await runCli(['ratings', jsonl], { home });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^8 votes on 3 models, Bradley–Terry, a tie is half a win, mean 1000$/m);
    expect(stdout).toMatch(
      /^rank +model +rating +stderr +95% interval +votes +wins +losses +ties +both bad +inconsistent$/m,
    );
    expect(stdout).toMatch(/clustered by question_id \(4\) and judge \(2\)/);
    expect(stdout).toMatch(/Of the ties, 1 were both bad and 1 inconsistent/);
  });

  test('prints one JSON object, the same for CSV and for JSON lines', async () => {
    const [fromLines, fromCsv] = [await ratings(jsonl, '--cluster', 'none'), await ratings(csv)];
    expect(fromCsv.interval).toMatchObject({ kind: 'sandwich' });
    expect(fromCsv.votes).toBe(8);
    expect(ratingsOf(fromCsv)).toEqual(ratingsOf(fromLines));
  });

  test('takes the columns, the anchor and the method that are asked for', async () => {
    const columns = ['--columns', 'judge=worker,question_id=id'];
    const clusters = [
      { column: 'question_id', count: 4 },
      { column: 'judge', count: 2 },
    ];
    expect((await ratings(csv, ...columns)).interval).toMatchObject({ kind: 'clustered', clusters });
    expect((await ratings(csv, '--anchor', 'z=1234')).models).toContainEqual(
      expect.objectContaining({ model: 'z', rating: 1234, standard_error: 0 }),
    );
    expect(await ratings(csv, '--method', 'elo', '--k', '4', '--initial', '1500')).toMatchObject({
      method: 'elo',
      elo: { k: 4, initial: 1500, order: 'file' },
    });
  });

  test('clusters by question_id and judge where either repeats, also when that is asked for by name', async () => {
    const asked = (file: string) => ratings(file, '--cluster', 'judge,question_id');
    expect(await asked(jsonl)).toEqual(await ratings(jsonl));
    // There both columns have other names.
    expect((await asked(csv)).interval).toMatchObject({ kind: 'sandwich', clusters: [] });
  });

  test('says where a bootstrap is too wide or too narrow', async () => {
    expect(await printed(jsonl, '--bootstrap', '20')).toMatch(/^Drawn by both ways of clustering at once/m);
    expect(await printed(jsonl, '--bootstrap', '20', '--cluster', 'judge')).not.toMatch(/both ways|does not vary/);
    const unconnected = write('unconnected.csv', 'model_a,model_b,winner\nx,y,model_a\nz,y,tie\n');
    expect(await printed(unconnected, '--bootstrap', '20')).toMatch(/^The bootstrap does not vary those distances/m);
  });

  test('prints a table for each value of a column', async () => {
    const { stdout } = await runCli(['ratings', jsonl, '--by', 'turn'], { home });
    expect(stdout).toMatch(/^turn: 1\n4 votes on 3 models.*\n\nturn: 2\n4 votes on 3 models/ms);
  });

  test('reads the standard input, and speaks Chinese', async () => {
    const input = 'left,right,winner\nx,y,left\nx,y,left\n';
    const { stdout } = await runCli(['ratings', '-', '--lang', 'zh-CN'], { home, input });
    expect(stdout).toMatch(/^2 个模型的 2 张投票/);
    expect(stdout).toMatch(/^不连通/m);
  });

  test.each([
    [['--method', 'glicko'], 2, /--method: "glicko" does not fit/],
    [['--anchor', 'x'], 2, /--anchor: "x" does not fit; expected a model and its rating/],
    [['--columns', 'votes=x'], 2, /--columns: "votes=x" does not fit/],
    [['--anchor', 'w=1000'], 1, /there is no vote on it/],
    [['--method', 'elo', '--bootstrap', '10'], 1, /cannot be bootstrapped/],
    [['--by', 'aspect'], 1, /no such column/],
  ])('refuses %j', async (argv, code, message) => {
    const result = await runCli(['ratings', jsonl, ...argv], { home });
    expect(result).toMatchObject({ code, stdout: '' });
    expect(result.stderr).toMatch(message);
  });

  test('says on which line a file is wrong', async () => {
    const wrong = write('wrong.csv', 'left,right,winner\nx,y,left\nx,y,model_a\n');
    const { code, stderr, stdout } = await runCli(['ratings', wrong, '--json'], { home });
    expect({ code, stderr }).toMatchObject({ code: 1 });
    expect(stderr).toMatch(/wrong\.csv:3: winner is "model_a"/);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'battle-winner-unknown' } });
  });
});

describe('understudy agreement', () => {
  test('prints the measures of the judges of a file', async () => {
    const { stdout } = await runCli(['agreement', jsonl], { home });
    expect(stdout).toMatch(/^4 pairs of votes, among the judges of votes\.jsonl \(8 votes, 2 judges\)$/m);
    expect(stdout).toMatch(/^exact +0\.500 /m);
    expect(stdout).toMatch(/^Cohen's kappa /m);
  });

  test('compares two files, of which one may have a column', async () => {
    const model = write('model.csv', 'left,right,winner,id\ny,x,right,1\nz,y,tie,2\nz,x,left,3\nx,y,right,4\n');
    const argv = ['agreement', csv, model, '--columns', 'judge=worker,question_id=id', '--json'];
    const record: unknown = JSON.parse((await runCli(argv, { home })).stdout);
    // Ann decides where the model says tie, Bob says tie where it decides; all else is alike.
    expect(record).toMatchObject({
      comparisons: 8,
      exact: { value: 6 / 8, count: 8 },
      tie_discounted: { value: 7 / 8 },
      non_tie: { value: 1, count: 5 },
      kappa: { kind: 'cohen' },
    });
  });

  test('prints a record for each value of a column', async () => {
    const { stdout } = await runCli(['agreement', jsonl, '--by', 'turn', '--json'], { home });
    expect(JSON.parse(stdout)).toMatchObject({
      by: 'turn',
      tables: [
        { value: 1, comparisons: 2 },
        { value: 2, comparisons: 2 },
      ],
    });
  });

  test.each([
    [['--judges', 'expert_*'], /no judge's name matches expert_\*.*\nThere are 2: ann, bob/],
    [['--judges', 'ann'], /no two judges voted on the same/],
    [['--columns', 'judge=worker'], /votes\.jsonl:1: there is no column worker/],
  ])('says why it cannot compare with %j', async (argv, message) => {
    const { code, stderr } = await runCli(['agreement', jsonl, ...argv], { home });
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
  });
});
