import type { GeneratePrompt, GenerateRequest } from '@understudy/core';

/** A kind of prompt that a server may take. */
export type PromptKind = 'text' | 'chat';

const PROMPTS: Readonly<Record<PromptKind, GeneratePrompt>> = {
  text: { kind: 'text', text: 'The capital of France is' },
  chat: { kind: 'chat', messages: [{ role: 'user', content: 'Name the capital of France.' }] },
};

/** Few tokens, but enough for models that think first not to refuse. */
const PROBE_TOKENS = 16;

/** A greedy request for a short text. */
export function probeRequest(kind: PromptKind): GenerateRequest {
  return {
    id: 0,
    task: 'probe',
    document: 0,
    sharedPrefix: 0,
    prompt: PROMPTS[kind],
    maxTokens: PROBE_TOKENS,
    stop: ['\n\n\n'],
    sampling: { temperature: 0, topK: 0, topP: 1, minP: 0, seed: 1234 },
  };
}
