import type { EncodedPair, Engine, GenerateRequest, ScoreRequest } from '@understudy/core';
import type { ArchitectureFixture, ReferenceSequence } from './architecture-fixtures.js';
import { answersById, streamOf } from './collect.js';

/** How requests are grouped into documents: each by itself, those of a sequence, or all of them as one tree. */
export type Grouping = 'apart' | 'sequences' | 'one-tree';

/** How near an engine is to the reference. */
export interface ScoreParity {
  /** Largest difference of a token's log-probability, in nats. */
  readonly worst: number;
  /** Places at which the reference's most probable token is not the engine's, though it is ahead by more than the tolerance. */
  readonly argMaxMisses: number;
}

/** How places are compared. */
export interface ScoreParityOptions {
  /** The reference is decided where its best token is ahead by more than this, in nats. */
  readonly tolerance: number;
  readonly grouping?: Grouping;
  /** Hint for the engine. */
  readonly sharedPrefix?: number;
}

/** Compares log-probabilities token by token, and the most probable token at each place. */
export async function scoreParity(
  engine: Pick<Engine, 'score'>,
  { scores }: Pick<ArchitectureFixture, 'scores'>,
  { tolerance, grouping = 'sequences', sharedPrefix = 0 }: ScoreParityOptions,
): Promise<ScoreParity> {
  const places = scores.flatMap((sequence, document) => placesOf(sequence, document));
  const requests = places.flatMap(({ pairs, document }, i): readonly ScoreRequest[] => {
    const group = { apart: i, sequences: document, 'one-tree': 0 }[grouping];
    return pairs.map((pair, j) => ({
      task: 'parity',
      sharedPrefix,
      id: 2 * i + j,
      document: group,
      prompt: { kind: 'tokens', ...pair },
    }));
  });
  const answers = await answersById(engine.score(streamOf(requests)));
  const answerOf = (id: number) => {
    const answer = answers[id];
    if (answer?.status !== 'ok') throw new Error(answer?.message ?? `No answer to request ${id}.`);
    return answer;
  };
  const differences = places.map(({ logProbability, isSum }, i) => {
    const before = isSum ? answerOf(2 * (i - 1)).logProbability : 0;
    return Math.abs(answerOf(2 * i).logProbability - before - logProbability);
  });
  const misses = places.filter(({ gap }, i) => gap > tolerance && !answerOf(2 * i + 1).isGreedy);
  return { worst: Math.max(...differences), argMaxMisses: misses.length };
}

interface Place {
  readonly document: number;
  /** To score the reference's token, and the most probable one. */
  readonly pairs: readonly [EncodedPair, EncodedPair];
  readonly logProbability: number;
  /** The answer is the sum of this place's log-probability and the answer of the place before. */
  readonly isSum: boolean;
  readonly gap: number;
}

function placesOf(sequence: ReferenceSequence, document: number): readonly Place[] {
  const { context, tokens, logProbabilities, argMax, gaps } = sequence;
  if (context !== undefined) return encodedPlaces({ ...sequence, context }, document);
  return logProbabilities.map((logProbability, i) => {
    const before = Int32Array.from(tokens.slice(0, i + 1));
    const pair = (token: number): EncodedPair => ({ context: before, continuation: Int32Array.of(token) });
    // The lists have one length.
    return { document, pairs: [pair(tokens[i + 1]!), pair(argMax[i]!)], logProbability, isSum: false, gap: gaps[i]! };
  });
}

/** Behind an encoded context: a continuation up to each token. The most probable token can be asked for at the first place only. */
function encodedPlaces(
  { context, tokens, logProbabilities, argMax, gaps }: Required<ReferenceSequence>,
  document: number,
): readonly Place[] {
  return logProbabilities.map((logProbability, i) => {
    const [target, best] = [tokens.slice(0, i + 1), [argMax[0]!]].map((continuation) => ({
      context: Int32Array.from(context),
      continuation: Int32Array.from(continuation),
    }));
    const pairs = [target!, best!] as const;
    return { document, pairs, logProbability, isSum: i > 0, gap: gaps[0]! };
  });
}

/** Greedy texts of the reference and the engine: up to the place where the reference itself is undecided. */
export interface TextParity {
  readonly expected: readonly string[];
  readonly actual: readonly string[];
}

/** Continues the reference's prompts greedily. */
export async function textParity(
  engine: Pick<Engine, 'generate' | 'tokenizer'>,
  { greedy }: ArchitectureFixture,
  tolerance: number,
): Promise<TextParity> {
  const decided = greedy.map(({ tokens, gaps }) => {
    const undecided = gaps.findIndex((gap) => gap <= tolerance);
    return Int32Array.from(undecided < 0 ? tokens : tokens.slice(0, undecided));
  });
  const sampling = { temperature: 0, topK: 0, topP: 1, minP: 0, seed: 0 };
  const requests = greedy.map(({ prompt }, id): GenerateRequest => ({
    id,
    task: 'parity',
    document: id,
    sharedPrefix: 0,
    prompt: { kind: 'tokens', tokens: Int32Array.from(prompt) },
    maxTokens: decided[id]!.length, // One of each.
    stop: [],
    sampling,
  }));
  const answers = await answersById(engine.generate(streamOf(requests)));
  const actual = answers.map((answer) => (answer.status === 'ok' ? answer.text : `${answer.code}: ${answer.message}`));
  return { expected: (await engine.tokenizer?.decode(decided, { special: false })) ?? [], actual };
}
