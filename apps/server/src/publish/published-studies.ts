import { UserError } from '@understudy/core';
import type { Ask, Body, PublishedRequest, PublishOptions } from './published-request.js';
import { requestOf } from './published-request.js';

/** As much of a study as says whether it is published. */
interface ListedStudy extends Body {
  readonly id: string;
  readonly status: 'draft' | 'open' | 'closed';
  readonly progress: { readonly done: number };
}

const HEAT_MAPS = ['actual', 'predicted', 'residual', 'count'];

/** The studies whose results are published. Throws `UserError` `study-unknown` for an id that no study has. */
export async function publishedStudies(ask: Ask, { studies }: PublishOptions): Promise<readonly ListedStudy[]> {
  // The body of the route that lists studies.
  const all = (await ask('/api/studies'))['studies'] as readonly ListedStudy[];
  if (studies === undefined) return all.filter(({ status }) => status === 'closed');
  return studies.map((id) => {
    const study = all.find((each) => each.id === id);
    if (study !== undefined) return study;
    throw new UserError({
      code: 'study-unknown',
      message: `There is no study ${id} with results to publish.`,
      hint: "'understudy arena study ls' lists the studies. Drafts have no results.",
      values: { id },
    });
  });
}

/** Results of votes, study by study, whole and by aspect; nothing of single votes, and nothing of those who cast them. */
export async function* studyRequests(ask: Ask, options: PublishOptions): AsyncGenerator<PublishedRequest> {
  const studies = await publishedStudies(ask, options);
  yield { request: '/api/studies', edit: (body) => ({ ...body, studies }) };
  for (const { id: study } of studies) {
    const groups = requestOf('/api/vote-groups', { study });
    yield { request: groups };
    const { aspects } = (await ask(groups)) as { readonly aspects: readonly string[] } & Body;
    for (const aspect of [undefined, ...aspects]) {
      const votes = { study, aspect };
      yield { request: requestOf('/api/ratings', votes) };
      yield { request: requestOf('/api/leverage', votes) };
      for (const kind of HEAT_MAPS) yield { request: requestOf('/api/heatmap', { ...votes, kind }) };
      yield { request: requestOf('/api/agreement', votes), edit: (body) => ({ ...body, raters: [] }) };
    }
  }
}
