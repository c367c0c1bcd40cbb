/** A file of votes of two people on the questions of the arena: the larger model wins seven of ten, the small one hardly any. */
export function springVotes(): string {
  const wins: Readonly<Record<string, number>> = { 'llama-2-13b': 7, 'smollm2-135m-instruct': 1 };
  return Object.entries(wins)
    .flatMap(([model_a, won]) =>
      Array.from({ length: 60 }, (_, n) => {
        const winner = (n * 7) % 10 < won ? 'model_a' : n % 5 === 0 ? 'tie' : 'model_b';
        const number = n % 20;
        const [judge, question_id] = [n % 2 === 0 ? 'ada' : 'ben', number < 6 ? `small/${number}` : `q${number}`];
        return JSON.stringify({ model_a, model_b: 'llama-2-7b', winner, judge, question_id, turn: 1, tstamp: n });
      }),
    )
    .join('\n');
}
