import { RemoteFailure, type RemoteCaller } from '@understudy/engine-http';
import { findContinuation } from '../scores/find-continuation.js';
import type { GivenToken } from '../scores/given-tokens.js';
import { Scorer, tokensCall, type ScoreMethod } from '../scores/scorer.js';

/** What became of asking for log-probabilities of a given text. */
export type ScoreProbe =
  | { readonly method: ScoreMethod; readonly hasGreedyFlag: boolean; readonly note: string | undefined }
  | { readonly method: undefined; readonly reason: string };

/** A text of plain ASCII whose continuation begins at a clear joint in any vocabulary. */
const PROBE = {
  context: 'Question: What is the capital of France?\nAnswer:',
  continuation: ' The capital of France is Paris.',
} as const;

/** Tokens that the probe's text has at the least in any vocabulary in use: it has 14 words. */
const FEWEST_TOKENS = 8;

/**
 * Finds out whether a server gives log-probabilities of given texts, by a text whose answer can be checked: as many tokens as the
 * server says the prompt has, none for the first one, finite ones that differ for all others, and the continuation to be found among
 * them. What does not stand up to this would give scores by chance.
 */
export async function probeScores(
  caller: RemoteCaller,
  model: string,
  hasPromptLogprobs: boolean,
): Promise<ScoreProbe> {
  const methods: readonly ScoreMethod[] = hasPromptLogprobs ? ['echo', 'prompt_logprobs'] : ['echo'];
  const reasons: string[] = [];
  for (const method of methods) {
    const probe = await probeMethod(caller, model, method);
    if (probe.method !== undefined) return probe;
    reasons.push(`${method}: ${probe.reason}`);
  }
  return { method: undefined, reason: reasons.join('; ') };
}

async function probeMethod(caller: RemoteCaller, model: string, method: ScoreMethod): Promise<ScoreProbe> {
  const settings = { retries: 0, isProbe: true };
  try {
    const { value } = await caller.call(tokensCall(model, PROBE.context + PROBE.continuation, method), settings);
    const { tokens } = value;
    const problem = problemWith(tokens);
    if (problem !== undefined) return { method: undefined, reason: problem };
    const isFoundByText = findContinuation(tokens, PROBE.continuation) !== undefined;
    await new Scorer(model, method).scorePair(PROBE, (call) => caller.call(call, settings));
    return {
      method,
      hasGreedyFlag: tokens.slice(1).every(({ isTop }) => isTop !== undefined),
      note: isFoundByText
        ? undefined
        : 'The server shows tokens not as they stand in the text, so that the context is sent once more by itself to count them.',
    };
  } catch (error) {
    if (!(error instanceof RemoteFailure) || error.treatment === 'all') throw error;
    return { method: undefined, reason: error.message };
  }
}

/** Why tokens cannot be scores of the probe's text; undefined when they can. */
function problemWith(tokens: readonly GivenToken[]): string | undefined {
  const [first, ...others] = tokens;
  if (tokens.length < FEWEST_TOKENS) return `it scored ${tokens.length} tokens of a text that has more`;
  if (first?.logProbability !== null) return 'the first token has a log-probability, although nothing precedes it';
  const values = others.map(({ logProbability }) => logProbability);
  if (!values.every((value) => value !== null && Number.isFinite(value) && value <= 1e-3)) {
    return 'not every token has a log-probability';
  }
  return new Set(values).size > 1 ? undefined : 'all log-probabilities are equal';
}
