import type { Decoding, Sampling } from '@understudy/core';

/** What a token follows. */
export interface ReferenceState {
  readonly logits: readonly number[];
  /** Logits of the same text behind the prompt of guidance. */
  readonly withoutContext?: readonly number[] | undefined;
  readonly prompt: readonly number[];
  readonly text: readonly number[];
}

/** How the next token is chosen. */
export interface ReferenceOptions {
  readonly sampling: Sampling;
  readonly decoding?: Decoding;
  readonly endTokens?: readonly number[];
}

/**
 * Probabilities of the next token by the definitions of transformers 4.57 (`logits_process.py`), step by step in double precision over
 * the whole vocabulary: the slow second path that the engine's decoding is compared with.
 */
export function referenceProbabilities(
  { logits, withoutContext, prompt, text }: ReferenceState,
  { sampling, decoding = {}, endTokens = [] }: ReferenceOptions,
): readonly number[] {
  const { temperature, topK, topP, minP, typicalP = 1 } = sampling;
  let scores = guided(logits, withoutContext, decoding);
  scores = penalised(scores, { prompt, text }, decoding);
  scores = withoutRepeats(scores, [...prompt, ...text], decoding);
  if (text.length < (decoding.minNewTokens ?? 0)) scores = banned(scores, endTokens);
  if (temperature === 0) return scores.map((_, token) => (token === scores.indexOf(Math.max(...scores)) ? 1 : 0));
  scores = scores.map((score) => score / temperature);
  if (topK > 0) scores = keep(scores, topKTokens(scores, topK));
  if (topP < 1) scores = keep(scores, nucleus(scores, topP));
  if (minP > 0) scores = keep(scores, aboveShare(scores, minP));
  if (typicalP < 1) scores = keep(scores, typical(scores, typicalP));
  return softmax(scores);
}

function guided(
  logits: readonly number[],
  withoutContext: readonly number[] | undefined,
  { guidance }: Decoding,
): readonly number[] {
  if (guidance === undefined || withoutContext === undefined) return logits;
  const [own, other] = [softmax(logits), softmax(withoutContext)].map((all) => all.map((one) => Math.log(one)));
  return own!.map((score, token) => guidance.scale * (score - other![token]!) + other![token]!);
}

/** Sequences of n tokens that prompt and text have already are not gone on with. */
function withoutRepeats(
  scores: readonly number[],
  tokens: readonly number[],
  { noRepeatNgramSize: size }: Decoding,
): readonly number[] {
  if (size === undefined) return scores;
  const ngrams = tokens.slice(size - 1).map((_, start) => tokens.slice(start, start + size));
  const end = tokens.slice(tokens.length - size + 1).join();
  return banned(
    scores,
    ngrams.filter((ngram) => ngram.slice(0, -1).join() === end).map((ngram) => ngram.at(-1)!),
  );
}

function banned(scores: readonly number[], tokens: readonly number[]): readonly number[] {
  return scores.map((score, token) => (tokens.includes(token) ? -Infinity : score));
}

function penalised(
  logits: readonly number[],
  { prompt, text }: { readonly prompt: readonly number[]; readonly text: readonly number[] },
  decoding: Decoding,
): readonly number[] {
  const { repetitionPenalty: penalty = 1, repetitionWindow, presencePenalty = 0, frequencyPenalty = 0 } = decoding;
  const all = [...prompt, ...text];
  const seen = repetitionWindow === undefined ? all : all.slice(all.length - Math.min(all.length, repetitionWindow));
  return logits.map((logit, token) => {
    const repeated = !seen.includes(token) ? logit : logit < 0 ? logit * penalty : logit / penalty;
    const count = text.filter((one) => one === token).length;
    return repeated - count * frequencyPenalty - (count > 0 ? presencePenalty : 0);
  });
}

export function softmax(scores: readonly number[]): readonly number[] {
  const best = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - best));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function keep(scores: readonly number[], tokens: ReadonlySet<number>): readonly number[] {
  return scores.map((score, token) => (tokens.has(token) ? score : -Infinity));
}

/** Tokens by a value, the smallest first. */
function sortedBy(values: readonly number[]): readonly number[] {
  return values.map((_, token) => token).sort((a, b) => values[a]! - values[b]!);
}

function topKTokens(scores: readonly number[], k: number): ReadonlySet<number> {
  return new Set(sortedBy(scores).toReversed().slice(0, k));
}

/** `TopPLogitsWarper`: from the least probable up, tokens whose running sum is at most 1 − p are removed, never the last one. */
function nucleus(scores: readonly number[], p: number): ReadonlySet<number> {
  const probabilities = softmax(scores);
  const ascending = sortedBy(scores);
  let sum = 0;
  const kept = ascending.filter((token, place) => {
    sum += probabilities[token]!;
    return sum > 1 - p || place === ascending.length - 1;
  });
  return new Set(kept);
}

function aboveShare(scores: readonly number[], minP: number): ReadonlySet<number> {
  const probabilities = softmax(scores);
  const least = minP * Math.max(...probabilities);
  return new Set(sortedBy(scores).filter((token) => probabilities[token]! >= least));
}

/** `TypicalLogitsWarper`: tokens in order of |−ln p − H|, as many as reach the mass. */
function typical(scores: readonly number[], mass: number): ReadonlySet<number> {
  const probabilities = softmax(scores);
  const possible = probabilities.map((_, token) => token).filter((token) => probabilities[token]! > 0);
  const surprisal = (token: number): number => -Math.log(probabilities[token]!);
  const entropy = possible.reduce((sum, token) => sum + probabilities[token]! * surprisal(token), 0);
  const distance = (token: number): number => Math.abs(surprisal(token) - entropy);
  const kept = new Set<number>();
  let sum = 0;
  for (const token of possible.toSorted((a, b) => distance(a) - distance(b))) {
    if (sum >= mass) break;
    kept.add(token);
    sum += probabilities[token]!;
  }
  return kept;
}
