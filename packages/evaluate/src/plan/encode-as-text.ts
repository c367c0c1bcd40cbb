import type { TextPair } from '@understudy/core';
import { parseMessages, rstripPython, type TaskRequest } from '@understudy/tasks';
import type { EncodedRequest, RequestOfKind } from './encoded-request.js';

/** A request for an engine that takes text or messages; what must be tokens (rolling windows) is given whole. */
export function encodeAsText(request: TaskRequest, sendsMessages: boolean): EncodedRequest {
  switch (request.kind) {
    case 'loglikelihood':
      return { kind: 'score', prompts: [{ kind: 'text', ...spacesMoved(request) }], cut: 0 };
    case 'rolling':
      return { kind: 'score', prompts: [{ kind: 'text', context: '', continuation: request.text }], cut: 0 };
    case 'generate':
      return {
        kind: 'generate',
        prompt: sendsMessages
          ? { kind: 'chat', messages: parseMessages(request.context) }
          : { kind: 'text', text: request.context },
        negativePrompt:
          request.negativePrompt === undefined ? undefined : { kind: 'text', text: request.negativePrompt },
        cut: 0,
      };
    default:
      return request satisfies never;
  }
}

/** White space at the end of the context belongs to the continuation (lm-evaluation-harness, `_encode_pair`). */
function spacesMoved({ context, continuation }: RequestOfKind<'loglikelihood'>): TextPair {
  const kept = rstripPython(context);
  return { context: kept, continuation: context.slice(kept.length) + continuation };
}
