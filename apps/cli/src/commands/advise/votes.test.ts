import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Advice } from '@understudy/advise';
import { importBattles, readBattles } from '@understudy/arena';
import { assessNonInferiority } from '@understudy/statistics';
import { openArenaStore, openStore } from '@understudy/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fillScores, rightInPercent, type ScriptedScores } from './testing/fill-scores.js';
import { runAdvise } from './testing/run-advise.js';

const MT_BENCH = fileURLToPath(
  new URL('../../../../../../../shared/arena-data/mt-bench-human/human.jsonl', import.meta.url),
);
const NEEDS = ['--area', 'reasoning-math'];

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'understudy-advise-votes-'));
});

afterEach(() => rm(home, { recursive: true, force: true }));

function run(model: string, percent: number): ScriptedScores {
  return { model, answers: { gsm8k: rightInPercent(percent) }, questions: 1000 };
}

/** A model and the reference on the same questions: it can stand in. */
async function measured(): Promise<void> {
  await using store = await openStore({ path: join(home, 'understudy.db') });
  await fillScores(store, [run('gpt-3.5-turbo', 60), run('llama-2-70b-chat', 62)]);
}

/** Stores votes of Chatbot Arena's shape as a study; gives its id. */
async function voted(text: string, title: string): Promise<string> {
  await using store = await openArenaStore({ path: join(home, 'understudy.db') });
  const { studyId } = await importBattles(store, await readBattles('votes.jsonl', { text }), { title, now: 1 });
  return studyId;
}

/** Each model against the reference on forty questions, with as many wins. */
function wins(of: Readonly<Record<string, number>>): string {
  return Object.entries(of)
    .flatMap(([model_a, count]) =>
      Array.from({ length: 40 }, (_, n) => {
        const winner = n < count ? 'model_a' : 'model_b';
        return JSON.stringify({
          model_a,
          model_b: 'gpt-3.5-turbo',
          winner,
          judge: 'ada',
          question_id: `q${n}`,
          turn: 1,
        });
      }),
    )
    .join('\n');
}

async function advice(...argv: readonly string[]): Promise<Advice> {
  // What the command prints with `--json` is the advice.
  return JSON.parse(await runAdvise(home, [...argv, '--json'])) as Advice;
}

describe('human votes', () => {
  it('change no score, rank or verdict, and are a weak spot where they say otherwise', async () => {
    await measured();
    const { votes: none, ...before } = await advice(...NEEDS);
    expect(none).toMatchObject({ pairs: [], ofAnswer: [], next: { model: { id: 'llama-2-70b-chat' } } });
    const study = await voted(wins({ 'llama-2-70b-chat': 4, 'mpt-7b-chat': 35 }), 'Spring');
    const { votes, ...after } = await advice(...NEEDS);
    const [model] = after.shortlist;
    const spot = { code: 'votes-contradict', study: { id: study }, winRate: 0.1, votes: 40 };
    expect(model?.weakSpots[0]).toMatchObject(spot);
    const without = after.shortlist.map((one) => ({
      ...one,
      weakSpots: one.weakSpots.filter(({ code }) => code !== 'votes-contradict'),
    }));
    expect({ ...after, shortlist: without }).toEqual(before);
    expect(votes.next).toBeNull();
    const text = await runAdvise(home, NEEDS);
    expect(text).toMatch(/^Llama 2-Chat 70B can stand in for GPT-3\.5-turbo \(ChatGPT\) for mathematics\.\n/);
    expect(text).toContain('\nHuman votes do not agree: Llama 2-Chat 70B wins only 10.0% of 40 against GPT-3.5-turbo');
    expect(text).toContain(`human votes say otherwise: it wins 10.0% of 40 (study ${study})`);
    expect(text).toMatch(new RegExp(`MPT-7B-Chat.*can stand in +87\\.5% .*Spring \\(${study}, from a file\\)`));
    const chinese = await runAdvise(home, NEEDS, 'zh-CN');
    expect(chinese).toContain(
      '人工投票的结果不一致：对 GPT-3.5-turbo (ChatGPT) 的 40 票（40 个问题）中，Llama 2-Chat 70B 的胜率只有 10.0%',
    );
  });

  it('agree, or are too few, which is told with how many would do', async () => {
    await measured();
    await voted(wins({ 'llama-2-70b-chat': 20 }), 'Spring');
    expect(await runAdvise(home, NEEDS)).toMatch(
      /\nHuman votes on Llama 2-Chat 70B are too few \(40 on 40 questions; about \d{3,4} in all would do\)\.\n/,
    );
    await voted(wins({ 'llama-2-70b-chat': 35 }), 'Summer');
    expect(await runAdvise(home, NEEDS)).toContain('\nHuman votes agree: Llama 2-Chat 70B wins 87.5% of 40 against');
    await voted(wins({ 'llama-2-70b-chat': 4 }), 'Autumn');
    expect(await runAdvise(home, NEEDS)).toContain('\nHuman votes on Llama 2-Chat 70B are divided: by one study');
  });

  it('that nobody has cast are proposed once, with commands', async () => {
    const text = await runAdvise(home, NEEDS);
    expect(text.match(/nobody has compared its answers/g)).toHaveLength(1);
    expect(text).toContain('  understudy arena study create ');
    expect(text).not.toContain('Human votes against');
    expect((await advice(...NEEDS, '--max-memory', '1KiB')).votes.next).toBeNull();
  });
});

const missing = existsSync(MT_BENCH) ? '' : ' (skipped: the votes are not beside the repository)';

describe.skipIf(missing !== '')(`MT-bench’s human votes${missing}`, () => {
  interface Row {
    readonly model_a: string;
    readonly model_b: string;
    readonly winner: string;
    readonly question_id: number;
  }

  /** The votes on a pair, counted from the file itself, by question. */
  function counted(rows: readonly Row[], model: string, reference: string) {
    const sums = new Map<number, { score: number; votes: number }>();
    for (const { model_a, model_b, winner, question_id } of rows) {
      if (![model_a, model_b].includes(model) || ![model_a, model_b].includes(reference)) continue;
      const winning = winner === 'model_a' ? model_a : winner === 'model_b' ? model_b : undefined;
      const { score, votes } = sums.get(question_id) ?? { score: 0, votes: 0 };
      sums.set(question_id, {
        score: score + (winning === model ? 1 : winning === undefined ? 0.5 : 0),
        votes: votes + 1,
      });
    }
    const all = [...sums.values()];
    const scores = Float64Array.from(all, ({ score }) => score);
    return assessNonInferiority({ scores, votes: Float64Array.from(all, ({ votes }) => votes) });
  }

  it('stand beside published figures, for the models that are exactly those of a card', async () => {
    const text = readFileSync(MT_BENCH, 'utf8');
    await voted(text, 'MT-bench');
    const rows = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Row);
    const { votes, publishedOnly } = await advice('--area', 'general', '--hosted', '--reference', 'gpt-4');
    expect(votes.unknown).toEqual(['claude-v1', 'vicuna-13b-v1.2']);
    expect(votes.pairs.map(({ model }) => model.id).toSorted()).toEqual(['gpt-3.5-turbo', 'llama-13b']);
    for (const { model, overall } of votes.pairs) {
      const { winRate, bounds, votes: count, clusters } = counted(rows, model.id, 'gpt-4');
      expect(overall).toMatchObject({ bounds, votes: count, questions: clusters, outcome: 'inferior' });
      expect(overall.winRate).toBeCloseTo(winRate, 12);
    }
    expect(publishedOnly.map(({ id }) => id)).toContain('gpt-3.5-turbo');
  });
});
