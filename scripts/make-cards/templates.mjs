// @ts-check
import { readable } from './readable-sources.mjs';

/**
 * Templates of the catalog by the table's name for a prompt style; null where the style is no conversation's.
 * @type {Readonly<Record<string, string | null>>}
 */
const BY_STYLE = {
  alpaca: 'alpaca',
  'alpaca-like': 'mpt-30b-instruct',
  'alpaca-short': 'alpaca-short',
  'baichuan-chat': 'baichuan-chat',
  'baichuan2-chat': 'baichuan2-chat',
  belle: 'belle',
  chatglm: 'chatglm',
  claude: 'claude-2',
  'dolly-v2': 'dolly-v2',
  eot: 'lima',
  'falcon-chat': 'falcon-180b-chat',
  'falcon-instruct': 'falcon-instruct',
  'few-shot completion': null,
  'gorilla-falcon': 'gorilla-falcon',
  'gorilla-mpt': 'gorilla-mpt',
  'gorilla-v0': 'gorilla-v0',
  guanaco: 'guanaco',
  'llama-2': 'llama-2-chat',
  'minigpt-4': 'minigpt-4',
  mistral: 'mistral-instruct',
  'mode token': null,
  moss: 'moss',
  none: null,
  plain: 'plain',
  qa: 'phi-1.5-qa',
  redpajama: 'redpajama-incite-chat',
  'stable-beluga': 'stable-beluga',
  'stablelm-tuned-alpha': 'stablelm-tuned-alpha',
  'task prefix': null,
  'tool-llama-single-round': 'tool-llama',
  'vicuna-v0': 'vicuna-v0',
  'vicuna-v1.1': 'vicuna-v1.1',
  'wizardlm-7b': 'wizardlm-7b',
  xgen: 'xgen',
  zephyr: 'zephyr',
};

/**
 * Where a style is not the whole truth: another system message, other line breaks.
 * @type {Readonly<Record<string, string>>}
 */
const BY_ID = {
  'agentlm-7b': 'agentlm',
  'agentlm-13b': 'agentlm',
  'agentlm-70b': 'agentlm',
  'lemur-70b-chat': 'lemur-chat',
  'mpt-7b-chat': 'mpt-7b-chat',
  'mpt-30b-chat': 'mpt-30b-chat',
  'mpt-7b-instruct': 'mpt-7b-instruct',
  'yi-34b-chat': 'yi-chat',
};

/**
 * The template of a model; null where it is not known.
 * @param {{ id: string, prompt: { style: string, sources: string[] } | null }} record
 */
export function templateOf({ id, prompt }) {
  if (prompt === null) return null;
  const value = BY_ID[id] ?? BY_STYLE[prompt.style];
  if (value === undefined) throw new Error(`${id}: there is no template for the prompt style ${prompt.style}.`);
  const sources = prompt.sources.map((source) => (source.startsWith('n/a') ? 'a base model' : source));
  return { value, sources: readable(sources) };
}
