import { openArenaStore, type Answer, type ModelVersion, type Question } from '@understudy/store';

/** Models of the pictures in which the same two answers are shown again and again. The names are made up: no model gave them. */
export const DEMONSTRATION_MODELS = [
  'alder-70b',
  'birch-34b',
  'cedar-13b',
  'dogwood-13b',
  'elder-8b',
  'fir-7b',
  'ginkgo-7b',
  'hazel-3b',
] as const;

const QUESTION = [
  'Why does binary search need at most ⌈log₂(n + 1)⌉ comparisons? Explain it to a student, and show the code.',
];

const FIRST = [
  'Each comparison **halves** what is left, so after $k$ comparisons at most $n / 2^k$ elements remain.',
  '',
  '```python',
  'def search(items, wanted):',
  '    low, high = 0, len(items)',
  '    while low < high:',
  '        middle = (low + high) // 2',
  '        if items[middle] < wanted:',
  '            low = middle + 1',
  '        else:',
  '            high = middle',
  '    return low',
  '```',
  '',
  String.raw`The loop ends when one element is left: \[\frac{n}{2^k} < 1 \iff k > \log_2 n .\]`,
].join('\n');

const SECOND = [
  'Think of a dictionary. You open it in the middle and ask: *before or after?*',
  '',
  '| Comparisons | Words that can be told apart |',
  '|--:|--:|',
  '| 1 | 1 |',
  '| 2 | 3 |',
  '| 3 | 7 |',
  '| $k$ | $2^k - 1$ |',
  '',
  String.raw`So $n$ words need the smallest $k$ with $2^k - 1 \ge n$, which is $\lceil \log_2(n + 1) \rceil$.`,
  '',
  '> Ten comparisons are enough for a thousand words, twenty for a million.',
].join('\n');

const model = (id: string, place: number): ModelVersion => ({
  id,
  name: id,
  organisation: null,
  licence: place % 3 === 0 ? 'proprietary' : 'apache-2.0',
  openWeights: place % 3 !== 0,
  spec: null,
  identity: null,
  quantisation: null,
  system: null,
  decoding: null,
  priceIn: null,
  priceOut: null,
  retiredAt: null,
});

/** Fills a new database for the pictures: one question that shows what the renderer can do, answered by all. */
export async function fillDemonstration(path: string): Promise<void> {
  await using store = await openArenaStore({ path });
  await store.putModels(DEMONSTRATION_MODELS.map(model));
  const questions = Array.from({ length: 10 }, (_, number): Question => ({
    id: `demonstration/${number}`,
    setId: 'demonstration',
    aspect: 'programming',
    language: 'en',
    turns: QUESTION,
    reference: null,
    referenceChecked: false,
  }));
  await store.putQuestionSet(
    { id: 'demonstration', title: 'Demonstration', source: 'made up', licence: null },
    questions,
  );
  const answers = questions.flatMap(({ id }) =>
    DEMONSTRATION_MODELS.map((versionId, place): Answer => ({
      id: `${id}:${versionId}`,
      questionId: id,
      versionId,
      sample: 0,
      turns: [place % 2 === 0 ? FIRST : SECOND],
      tokens: 200,
      finishReason: 'stop',
      latencyMs: 1000,
      cost: 0.004 / 2 ** place,
      identityLeak: false,
    })),
  );
  await store.putAnswers(answers);
}
