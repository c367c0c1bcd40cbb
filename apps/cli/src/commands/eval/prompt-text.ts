import { pythonStr, type TaskDocument, type TaskRequest } from '@understudy/tasks';
import type { Messages } from '../../messages/messages.js';

function requestText(request: TaskRequest): string {
  switch (request.kind) {
    case 'loglikelihood':
      return `${request.context}⟦${request.continuation}⟧`;
    case 'rolling':
      return request.text;
    case 'generate':
      return request.context;
    default:
      return request satisfies never;
  }
}

/** `--write_out`: what is asked about a document, and its target; a continuation stands between ⟦ and ⟧. */
export function promptText(task: string, { docId, requests, target }: TaskDocument, { eval: texts }: Messages): string {
  const heading = texts.prompt(task, String(docId));
  return [heading, ...requests.map(requestText), `${texts.target}: ${pythonStr(target)}`].join('\n');
}
