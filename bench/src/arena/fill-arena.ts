import { openArenaStore, type ModelVersion } from '@understudy/store';

/** Size of the study that is voted on. */
export interface StudySize {
  readonly models: number;
  readonly questions: number;
}

function model(number: number): ModelVersion {
  const id = `model-${number}`;
  const unknown = { organisation: null, licence: null, openWeights: null, spec: null, identity: null };
  const none = { quantisation: null, system: null, decoding: null, priceIn: null, priceOut: null, retiredAt: null };
  return { id, name: id, ...unknown, ...none };
}

/** Puts models, questions and answers into a new arena; returns the models' ids. */
export async function fillArena(path: string, { models, questions }: StudySize): Promise<readonly string[]> {
  await using store = await openArenaStore({ path });
  const versions = Array.from({ length: models }, (_, number) => model(number));
  await store.putModels(versions);
  const set = { id: 'bench', title: 'Bench', source: 'made up', licence: null };
  const asked = Array.from({ length: questions }, (_, number) => ({
    id: `bench/${number}`,
    setId: 'bench',
    aspect: 'everyday',
    language: 'en',
    turns: [`Question ${number}?`],
    reference: null,
    referenceChecked: false,
  }));
  await store.putQuestionSet(set, asked);
  const unknown = { tokens: null, finishReason: null, latencyMs: null, cost: null, identityLeak: false };
  await store.putAnswers(
    asked.flatMap(({ id: questionId }, question) =>
      versions.map(({ id: versionId }, at) => ({
        id: `${question}-${at}`,
        questionId,
        versionId,
        sample: 0,
        turns: [`An answer of some length to question ${question}, number ${at}. `.repeat(20)],
        ...unknown,
      })),
    ),
  );
  return versions.map(({ id }) => id);
}
