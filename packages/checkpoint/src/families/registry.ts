import type { Config } from '../config/config.js';
import type { Family } from './family.js';
import { baichuan } from './baichuan.js';
import { bloom } from './bloom.js';
import { chatglm } from './chatglm.js';
import { falcon, refinedWeb } from './falcon.js';
import { gemma, gemma2, gemma3 } from './gemma.js';
import { gpt2, gptBigCode } from './gpt2.js';
import { gptNeox } from './gpt-neox.js';
import { codegen, gptj, moss } from './gptj.js';
import { llama, mistral, mixtral, qwen2 } from './llama.js';
import { mpt } from './mpt.js';
import { opt } from './opt.js';
import { phi, phi3 } from './phi.js';
import { qwen } from './qwen.js';
import { stablelm } from './stablelm.js';
import { t5 } from './t5.js';

/** Families that can be read, by transformers' `model_type`; of one that stands for several, what tells which. */
export const FAMILIES: Readonly<Record<string, Family | ((config: Config) => Family)>> = {
  baichuan,
  bloom,
  chatglm,
  codegen,
  falcon,
  gemma,
  gemma2,
  gemma3_text: gemma3,
  gpt2,
  gpt_bigcode: gptBigCode,
  gpt_neox: gptNeox,
  gptj,
  llama,
  mistral,
  mixtral,
  moss,
  mpt,
  opt,
  phi,
  phi3,
  qwen,
  qwen2,
  RefinedWeb: refinedWeb,
  RefinedWebModel: falcon,
  stablelm,
  t5,
};

/** The family of a `model_type`, undefined where it cannot be read. */
export function findFamily(type: string, config: Config): Family | undefined {
  const entry = Object.hasOwn(FAMILIES, type) ? FAMILIES[type] : undefined;
  return typeof entry === 'function' ? entry(config) : entry;
}
