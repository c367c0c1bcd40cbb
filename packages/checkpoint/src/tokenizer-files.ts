import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from './read-json.js';

/** Names of SentencePiece models: of Llama's kind and of T5's. */
export const SENTENCEPIECE_FILES = ['tokenizer.model', 'spiece.model'] as const;

/** Files beside the weights that decide what a score or a text is. */
export const TEXT_FILES = [
  'config.json',
  'generation_config.json',
  'tokenizer.json',
  ...SENTENCEPIECE_FILES,
  'tokenizer_config.json',
  'special_tokens_map.json',
  'added_tokens.json',
  'chat_template.jinja',
] as const;

/** Those of them that a folder has. */
export function textFiles(folder: string): readonly string[] {
  return TEXT_FILES.map((name) => join(folder, name)).filter((path) => existsSync(path));
}

/**
 * The checkpoint's chat template: `chat_template.jinja`, else `chat_template` of `tokenizer_config.json`, of a list of them the one
 * called `default` (transformers, `save_pretrained`).
 */
export function readChatTemplate(folder: string): string | undefined {
  const file = join(folder, 'chat_template.jinja');
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const config = readOptional(join(folder, 'tokenizer_config.json'))['chat_template'];
  if (typeof config === 'string') return config;
  const named: readonly unknown[] = Array.isArray(config) ? config : [];
  for (const entry of named) {
    if (isRecord(entry) && entry['name'] === 'default' && typeof entry['template'] === 'string')
      return entry['template'];
  }
  return undefined;
}

/** The values of a JSON object in a file; none where there is no such file. */
export function readOptional(path: string): Readonly<Record<string, unknown>> {
  const json = existsSync(path) ? readJson(path) : {};
  return isRecord(json) ? json : {};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
