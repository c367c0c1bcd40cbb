import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Advice } from '@understudy/advise';
import { readTemplate, toChatTemplate } from '@understudy/catalog';
import { openStore } from '@understudy/store';
import { Command as Commander } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { en } from '../../messages/en.js';
import { parseOptions } from '../../options/parse-options.js';
import { evalOptions, type EvalValues } from '../../options/tables/eval-options.js';
import { buildOption } from '../../program/build-option.js';
import { collectGiven } from '../../program/collect-given.js';
import { evaluate } from '../eval/eval.js';
import { fillScores, rightInPercent, type ScriptedSettings } from './testing/fill-scores.js';
import { runAdvise } from './testing/run-advise.js';

const REFERENCE = 'vicuna-13b-v1.5';
const QUESTIONS = 60;

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'understudy-next-'));
});

afterEach(() => rm(home, { recursive: true, force: true }));

async function measured(model: string, asked: ScriptedSettings): Promise<void> {
  await using store = await openStore({ path: join(home, 'understudy.db') });
  await fillScores(store, [{ model, answers: { gsm8k: rightInPercent(60) }, questions: QUESTIONS, asked }]);
}

async function advice(): Promise<Advice> {
  // What the command prints with `--json` is the advice.
  return JSON.parse(await runAdvise(home, ['--area', 'reasoning-math', '--reference', REFERENCE, '--json'])) as Advice;
}

/** What a shell and `understudy eval` make of a command line. */
function parsed(command: string): EvalValues {
  const words = execFileSync('sh', ['-c', `printf '%s\\0' ${command}`], { encoding: 'utf8' }).split('\0');
  const commander = new Commander('understudy');
  for (const definition of Object.values(evaluate.options)) commander.addOption(buildOption(definition, en));
  commander.parse(words.slice(2, -1), { from: 'user' });
  return parseOptions(evalOptions, collectGiven(commander, evaluate), en);
}

/** A template of the catalog as runs keep it. */
async function templateOf(name: string) {
  const template = await readTemplate(name);
  if (template === undefined) throw new Error(`there is no template ${name}`);
  return { ...toChatTemplate(template) };
}

/** The settings that a run with these options keeps. */
async function settingsOf({ seed: seeds, applyChatTemplate: template, ...values }: EvalValues) {
  const { numFewshot, limit, samples, systemInstruction, fewshotAsMultiturn, genKwargs } = values;
  const kept = { numFewshot, limit, samples, systemInstruction, fewshotAsMultiturn, genKwargs, seeds };
  const chatTemplate = typeof template === 'string' ? await templateOf(template) : undefined;
  return { ...kept, applyChatTemplate: template !== false, chatTemplate };
}

describe('the command that measures the reference', () => {
  it.each([
    ['the model’s own template', {}],
    ['no template', { applyChatTemplate: false }],
    ['a system message', { systemInstruction: 'It\'s a test:\nanswer $briefly, "please".' }],
    ['drawn examples', { numFewshot: 5, seeds: { random: 0, numpy: 1234, torch: 1234, fewshot: 7 } }],
    ['examples in one turn', { numFewshot: 5, fewshotAsMultiturn: false }],
    [
      'sampled texts',
      {
        genKwargs: { do_sample: true, temperature: 0.7, until: ['\n', "Q: '"] },
        seeds: { random: 3, numpy: 1234, torch: 1234, fewshot: 1234 },
      },
    ],
    ['chosen documents', { samples: { gsm8k: Array.from({ length: QUESTIONS }, (_, place) => place * 2) } }],
  ])('asks in the setting of the others: %s', async (_name, asked) => {
    await measured('llama-2-13b-chat', asked);
    const [next] = (await advice()).next;
    expect(next?.because).toBe('reference-not-measured');
    expect(next?.commands).toHaveLength(1);
    await measured(REFERENCE, await settingsOf(parsed(next?.commands[0] ?? '')));
    expect((await advice()).shortlist[0]?.verdicts).toMatchObject([{ kind: 'measured', documents: QUESTIONS }]);
  });

  it('names a template that is not the model’s own', async () => {
    await measured('llama-2-13b-chat', { chatTemplate: await templateOf('alpaca') });
    const [command = ''] = (await advice()).next[0]?.commands ?? [];
    expect(parsed(command).applyChatTemplate).toBe('alpaca');
    await measured(REFERENCE, { chatTemplate: await templateOf('vicuna-v1.1') });
    expect((await advice()).shortlist[0]?.verdicts).toMatchObject([{ because: 'no-common-setting' }]);
    await measured(REFERENCE, await settingsOf(parsed(command)));
    expect((await advice()).shortlist[0]?.verdicts).toMatchObject([{ kind: 'measured' }]);
  });
});
