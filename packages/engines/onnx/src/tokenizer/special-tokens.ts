import { join } from 'node:path';
import { readOptional } from '@understudy/checkpoint';

/** The texts of a checkpoint's special tokens, and the ids of those that end a text. */
export interface SpecialTokens {
  readonly bos: string | undefined;
  readonly eos: string | undefined;
  /** Beside EOS. */
  readonly endIds: ReadonlySet<number>;
}

/**
 * Special tokens as transformers finds them: BOS and EOS from `tokenizer_config.json`, else `special_tokens_map.json`; what else ends a
 * text from `generation_config.json`, else `config.json`.
 */
export function readSpecialTokens(folder: string): SpecialTokens {
  const config = readOptional(join(folder, 'tokenizer_config.json'));
  const map = readOptional(join(folder, 'special_tokens_map.json'));
  const text = (key: string): string | undefined => tokenText(key in config ? config[key] : map[key]);
  const generation = readOptional(join(folder, 'generation_config.json'));
  const ends = generation['eos_token_id'] ?? readOptional(join(folder, 'config.json'))['eos_token_id'];
  return {
    bos: text('bos_token'),
    eos: text('eos_token'),
    endIds: new Set([ends].flat().filter((id) => typeof id === 'number')),
  };
}

/** A token as a text, or as an object with its `content`. */
function tokenText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const content = typeof value === 'object' && value !== null && 'content' in value ? value.content : undefined;
  return typeof content === 'string' ? content : undefined;
}
