import type { Decoding, Sampling } from '@understudy/core';
import { Context } from '../context/context.js';
import type { Model } from '../context/model.js';
import { referenceProbabilities } from './reference-decoding.js';

/** How a text is made. */
export interface ExactTextsOptions {
  readonly prompt: readonly number[];
  readonly maxTokens: number;
  readonly sampling: Sampling;
  readonly decoding?: Decoding;
  /** The prompt of guidance. */
  readonly negativePrompt?: readonly number[];
}

/** Logits after a sequence of tokens, computed by itself in a cache of its own. */
export async function exactLogits(model: Model, tokens: readonly number[]): Promise<readonly number[]> {
  using context = await Context.create(model, {
    cells: 256,
    sequences: 1,
    batchTokens: 256,
    microBatchTokens: 256,
    maxRows: 1,
    threads: 1,
    kvType: 'f32',
    flashAttention: false,
    unified: true,
  });
  context.batch.add({
    tokens: Int32Array.from(tokens),
    position: 0,
    sequences: [0],
    wanted: (index) => index === tokens.length - 1,
  });
  return [...(await context.decode()).row(0)];
}

/** The probability of each text that can follow a prompt: all sequences of tokens, one by one. */
export async function exactTexts(model: Model, options: ExactTextsOptions): Promise<ReadonlyMap<string, number>> {
  const { prompt, negativePrompt, maxTokens } = options;
  const { vocabulary } = model;
  const texts = new Map<string, number>();
  const visit = async (text: readonly number[], probability: number): Promise<void> => {
    const last = text.at(-1);
    if (text.length === maxTokens || (last !== undefined && vocabulary.isEnd(last))) {
      const written = new TextDecoder().decode(vocabulary.detokenize(Int32Array.from(text), { special: false }));
      texts.set(written, (texts.get(written) ?? 0) + probability);
      return;
    }
    const logits = await exactLogits(model, [...prompt, ...text]);
    const withoutContext = negativePrompt && (await exactLogits(model, [...negativePrompt, ...text]));
    const state = { logits, withoutContext, prompt, text };
    const next = referenceProbabilities(state, { ...options, endTokens: vocabulary.endTokens });
    for (const [token, share] of next.entries()) if (share > 0) await visit([...text, token], probability * share);
  };
  await visit([], 1);
  return texts;
}
