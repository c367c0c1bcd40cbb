import { openArenaStore, type Answer, type ModelVersion, type Question } from '@understudy/store';

/** Names that must be nowhere in a page before the vote. */
export const MODELS = ['zephyrine-7b', 'kestrelmind-13b', 'obsidian-70b', 'larkspur-3b'] as const;

/** What the first model answers to the first question: everything that must not come to life in the page. */
export const HOSTILE = [
  'A list:',
  '',
  '| n | n! |',
  '|--:|--:|',
  '| 5 | 120 |',
  '',
  '```js',
  'const factorial = (n) => (n < 2 ? 1 : n * factorial(n - 1));',
  '```',
  '',
  String.raw`and \(\sum_{k=0}^{n} \binom{n}{k} = 2^n\).`,
  '',
  '<script>window.hacked = "script"</script>',
  '',
  '<img src="x" onerror="window.hacked = \'image\'">',
  '',
  '<iframe srcdoc="<script>parent.hacked = 1</script>"></iframe>',
  '',
  '[a link](javascript:window.hacked="link") and ![a picture](https://pictures.example/pixel.png)',
  '',
  String.raw`\(\href{javascript:window.hacked='maths'}{x}\)`,
].join('\n');

const model = (id: string, place: number): ModelVersion => ({
  id,
  name: id,
  organisation: `Maker ${place}`,
  licence: 'apache-2.0',
  openWeights: true,
  spec: null,
  identity: null,
  quantisation: null,
  system: null,
  decoding: null,
  priceIn: null,
  priceOut: null,
  retiredAt: null,
});

const ASPECTS = ['writing', 'mathematics'];

const question = (number: number): Question => ({
  id: `small/${number}`,
  setId: 'small',
  aspect: ASPECTS[number % ASPECTS.length] ?? 'writing',
  language: number % 3 === 2 ? 'zh' : 'en',
  turns: [`Question ${number}: what is a factorial?`],
  reference: null,
  referenceChecked: false,
});

const answer = (questionId: string, versionId: string, turn: string): Answer => ({
  id: `${questionId}:${versionId}`,
  questionId,
  versionId,
  sample: 0,
  turns: [turn],
  tokens: 100,
  finishReason: 'stop',
  latencyMs: 1000,
  cost: 0.001,
  identityLeak: false,
});

/** Puts four models, six questions and their answers into a new database. */
export async function fillArena(path: string): Promise<void> {
  await using store = await openArenaStore({ path });
  await store.putModels(MODELS.map(model));
  const questions = Array.from({ length: 6 }, (_, number) => question(number));
  await store.putQuestionSet({ id: 'small', title: 'A small set', source: 'made up', licence: null }, questions);
  await store.putAnswers(
    questions.flatMap(({ id }) =>
      MODELS.map((versionId, place) => answer(id, versionId, `Reply ${place}.\n\n${HOSTILE}`)),
    ),
  );
}
