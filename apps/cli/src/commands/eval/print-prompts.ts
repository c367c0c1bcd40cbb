import type { SampleRequest, Store } from '@understudy/store';
import type { Messages } from '../../messages/messages.js';

/** As many as the reference harness prints. */
const DOCUMENTS = 3;

function promptOf(request: SampleRequest): string {
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

/** `--write_out`: the requests of a run's first documents; a continuation stands between ⟦ and ⟧. */
export async function* firstPrompts(store: Store, runId: string, { eval: texts }: Messages): AsyncGenerator<string> {
  for (const { task } of await store.listTasks(runId)) {
    let shown = 0;
    for await (const { docId, requests } of store.samples(runId, task)) {
      if (++shown > DOCUMENTS) break;
      yield [texts.prompt(task, String(docId)), ...requests.map(promptOf)].join('\n');
    }
  }
}
