import type { RunConditions } from '@understudy/evidence';
import type { AskedSetting } from './asked-setting.js';
import { shellWord } from './shell-word.js';

/** The reference harness's defaults, which are ours; `random` and `fewshot` are the ones that our runs draw by. */
const SEEDS = { random: 0, numpy: 1234, torch: 1234, fewshot: 1234 };

/** Options of `understudy eval` that ask a task in a setting again: what a run was asked with, as far as it says more than the task. */
export function askedOptions({ conditions, ...setting }: AskedSetting): string {
  const { numFewshot, usesChatTemplate } = setting;
  const options = [
    ...(numFewshot === null ? [] : [`--num_fewshot ${numFewshot}`]),
    ...(usesChatTemplate ? [templateOption(conditions)] : []),
    ...(conditions === undefined ? [] : conditionOptions(setting, conditions)),
    ...documentOption(setting, conditions),
  ];
  return options.map((option) => ` ${option}`).join('');
}

function templateOption(conditions: RunConditions | undefined): string {
  const name = conditions?.givenTemplateName;
  return `--apply_chat_template${name === undefined ? '' : ` ${shellWord(name)}`}`;
}

function conditionOptions(
  { numFewshot, usesChatTemplate }: AskedSetting,
  { systemInstruction, areExamplesTurns, generation, ...conditions }: RunConditions,
): readonly string[] {
  const hasExamples = numFewshot !== 0;
  const written = typeof generation === 'string' ? generation : JSON.stringify(generation);
  const seeds = seedsOf(conditions, hasExamples);
  return [
    ...(systemInstruction === undefined ? [] : [`--system_instruction ${shellWord(systemInstruction)}`]),
    ...(usesChatTemplate && hasExamples && !areExamplesTurns ? ['--fewshot_as_multiturn false'] : []),
    ...(written === '{}' ? [] : [`--gen_kwargs ${shellWord(written)}`]),
    ...(seeds === undefined ? [] : [`--seed ${seeds}`]),
  ];
}

/** Undefined where the defaults do. What the reference harness samples by its own generator cannot be drawn again by ours. */
function seedsOf(
  { fewshotSeed, samplingSeeds }: Pick<RunConditions, 'fewshotSeed' | 'samplingSeeds'>,
  hasExamples: boolean,
): string | undefined {
  const [sampling, generator] = samplingSeeds;
  const random = typeof sampling === 'number' && generator === undefined ? sampling : SEEDS.random;
  const fewshot = hasExamples ? fewshotSeed : SEEDS.fewshot;
  if (random === SEEDS.random && fewshot === SEEDS.fewshot) return undefined;
  return [random, SEEDS.numpy, SEEDS.torch, fewshot].join(',');
}

/** The chosen documents, as long as no more are wanted; else the first ones. */
function documentOption(
  { task, documents, documentsTotal }: AskedSetting,
  conditions: RunConditions | undefined,
): readonly string[] {
  if (documents >= documentsTotal) return [];
  const chosen = conditions?.samples[task];
  if (Array.isArray(chosen) && new Set(chosen).size === documents)
    return [`--samples ${shellWord(JSON.stringify({ [task]: chosen }))}`];
  return [`--limit ${documents}`];
}
