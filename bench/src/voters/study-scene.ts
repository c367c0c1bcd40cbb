import { openArenaStore, type ArenaStore, type ModelVersion } from '@understudy/store';
import { ArenaClient, type Answer, type Call } from './arena-client.js';
import type { PlannedItem, ServerState, ExportedVote } from './check-votes.js';

/** How large the study is. */
export interface StudySize {
  readonly models: number;
  readonly questions: number;
  /** Votes wanted in all. */
  readonly votes: number;
}

const SET = 'bench-voters';

/** Names that give themselves away in any answer of the server. */
export const secretName = (number: number): string => `quillon-${number}-secretive`;

function model(id: string): ModelVersion {
  const nothing = { licence: null, openWeights: null, spec: null, identity: null, quantisation: null, system: null };
  const neither = { decoding: null, priceIn: null, priceOut: null, retiredAt: null };
  return { id, name: id, organisation: 'Quillon secretive', ...nothing, ...neither };
}

async function fill(store: ArenaStore, { models, questions }: StudySize): Promise<void> {
  const ids = Array.from({ length: models }, (_, number) => secretName(number));
  await store.putModels(ids.map(model));
  const asked = Array.from({ length: questions }, (_, number) => ({
    id: `${SET}/${number}`,
    setId: SET,
    aspect: number % 2 === 0 ? 'writing' : 'reasoning',
    language: 'en',
    turns: [`Question ${number}: why does the moon not fall down?`],
    reference: null,
    referenceChecked: false,
  }));
  await store.putQuestionSet({ id: SET, title: 'Bench', source: 'made up', licence: null }, asked);
  const sentence = 'It does fall, and misses the earth, since it moves sideways fast enough. ';
  await store.putAnswers(
    asked.flatMap(({ id: questionId }) =>
      ids.map((versionId, place) => ({
        id: `${versionId}:${questionId}`,
        questionId,
        versionId,
        sample: 0,
        turns: [sentence.repeat(4 + 3 * place)],
        tokens: 100,
        finishReason: 'stop',
        latencyMs: 1000,
        cost: null,
        identityLeak: false,
      })),
    ),
  );
}

/** Puts models, questions and their answers into the database: a server has no way to be given answers. */
export async function fillDatabase(place: { path: string } | { url: string }, size: StudySize): Promise<void> {
  await using store = await openArenaStore(place);
  await fill(store, size);
}

/** What an admin does and sees through the API. */
export class StudyAdmin implements Disposable {
  readonly #client: ArenaClient;
  readonly #key: string;

  constructor(url: string, key: string) {
    this.#client = new ArenaClient({ url, address: undefined });
    this.#key = key;
  }

  [Symbol.dispose](): void {
    this.#client[Symbol.dispose]();
  }

  /** Makes and opens a study with as many votes as asked. Returns its id. */
  async openStudy({ models, questions, votes }: StudySize): Promise<string> {
    const most = (questions * (models * (models - 1))) / 2;
    const votesPerItem = Math.max(2, Math.ceil(votes / most));
    const design = { votesPerItem, items: Math.ceil(votes / votesPerItem), overlap: 1, goldEvery: 0, seed: 7 };
    const versionIds = Array.from({ length: models }, (_, number) => secretName(number));
    const body = { title: 'Bench', mode: 'study', questionSetId: SET, versionIds, design };
    const made = await this.#done<{ readonly id: string }>({ method: 'POST', path: '/api/studies', body });
    await this.#done({ method: 'POST', path: `/api/studies/${made.id}/open`, body: {} });
    return made.id;
  }

  /** Invites an annotator. Returns the invitation's secret. */
  async invite(pseudonym: string): Promise<string> {
    const call: Call = { method: 'POST', path: '/api/annotators', body: { pseudonym } };
    const { invitation } = await this.#done<{ readonly invitation: string }>(call);
    return new URL(invitation).hash.slice(1);
  }

  /** Everything that the server shows of the study in the end. */
  async state(id: string): Promise<ServerState> {
    const votes = await this.#send({ method: 'GET', path: `/api/export?study=${id}&format=jsonl` });
    const battles = await this.#send({ method: 'GET', path: `/api/export?study=${id}&format=battles` });
    const plan = await this.#get<{ readonly list: readonly PlannedItem[] }>(`/api/studies/${id}/plan`);
    const study = await this.#get<{ readonly progress: { readonly done: number } }>(`/api/studies/${id}`);
    const ratings = await this.#get<{ readonly votes: number }>(`/api/ratings?study=${id}`);
    return {
      exported: lines(votes.text).map((line) => JSON.parse(line) as ExportedVote),
      plan: plan.list,
      progressDone: study.progress.done,
      rated: ratings.votes,
      battles: lines(battles.text).length,
    };
  }

  #get<T>(path: string): Promise<T> {
    return this.#done<T>({ method: 'GET', path });
  }

  async #done<T>(call: Call): Promise<T> {
    // The caller names the answer of the route.
    return (await this.#send(call)).body as T;
  }

  async #send(call: Call): Promise<Answer> {
    const answer = await this.#client.sendSurely({ ...call, headers: { authorization: `Bearer ${this.#key}` } });
    if (answer.status !== 200) throw new Error(`${call.method} ${call.path}: ${answer.status} ${answer.text}`);
    return answer;
  }
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}
