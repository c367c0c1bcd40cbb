import type { Engine, GenerateRequest, ScoreRequest } from '@understudy/core';
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

/** Compares log-probabilities token by token, and the most probable token at each place. */
export async function scoreParity(
  engine: Pick<Engine, 'score'>,
  { scores }: ArchitectureFixture,
  {
    tolerance,
    grouping = 'sequences',
    sharedPrefix = 0,
  }: {
    readonly tolerance: number;
    readonly grouping?: Grouping;
    /** Hint for the engine. */
    readonly sharedPrefix?: number;
  },
): Promise<ScoreParity> {
  const places = scores.flatMap((sequence, document) => placesOf(sequence, document));
  const requests = places.flatMap(({ context, target, argMax, document }, i): readonly ScoreRequest[] => {
    const origin = { task: 'parity', sharedPrefix };
    const group = { apart: i, sequences: document, 'one-tree': 0 }[grouping];
    return [target, argMax].map((token, j) => ({
      ...origin,
      id: 2 * i + j,
      document: group,
      prompt: { kind: 'tokens', context, continuation: Int32Array.of(token) },
    }));
  });
  const answers = await answersById(engine.score(streamOf(requests)));
  const answerOf = (id: number) => {
    const answer = answers[id];
    if (answer?.status !== 'ok') throw new Error(answer?.message ?? `No answer to request ${id}.`);
    return answer;
  };
  const differences = places.map(({ logProbability }, i) => Math.abs(answerOf(2 * i).logProbability - logProbability));
  const misses = places.filter(({ gap }, i) => gap > tolerance && !answerOf(2 * i + 1).isGreedy);
  return { worst: Math.max(...differences), argMaxMisses: misses.length };
}

function placesOf(sequence: ReferenceSequence, document: number) {
  const { tokens, logProbabilities, argMax, gaps } = sequence;
  return logProbabilities.map((logProbability, i) => ({
    document,
    context: Int32Array.from(tokens.slice(0, i + 1)),
    // The lists have one length.
    target: tokens[i + 1]!,
    logProbability,
    argMax: argMax[i]!,
    gap: gaps[i]!,
  }));
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
