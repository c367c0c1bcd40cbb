import { RemoteFailure } from '@understudy/engine-http';
import { describe, expect, it } from 'vitest';
import { scoreContinuation } from './continuation-score.js';
import { readEcho } from './echo.js';
import { findContinuation } from './find-continuation.js';
import type { GivenToken } from './given-tokens.js';
import { readPromptLogprobs } from './prompt-logprobs.js';

// Answers in the shapes of vLLM 0.6 (`echo`, BOS in front, `prompt_logprobs`), OpenAI's davinci-002 (`bytes:`) and SGLang (no offsets), shortened.

const tokens = (...texts: readonly string[]) => texts.map((text) => ({ text }));

const answer = (logprobs: object, usage?: object) => ({
  id: 'cmpl-1',
  object: 'text_completion',
  model: 'm',
  choices: [{ index: 0, text: '…', logprobs, finish_reason: 'length' }],
  ...(usage === undefined ? {} : { usage }),
});

describe('readEcho', () => {
  const lists = {
    tokens: ['<s>', 'Answer', ':', ' B', ' x'],
    token_logprobs: [null, -9.5, -0.25, -0.75, -2],
    top_logprobs: [null, { Answer: -9.5, The: -1.5 }, { ':': -0.25 }, { ' B': -0.75, ' A': -0.5 }, { ' x': -2 }],
    text_offset: [0, 3, 9, 10, 12],
  };

  it('leaves out the generated token and says which are the most probable ones', () => {
    const { value } = readEcho(answer(lists, { prompt_tokens: 4, completion_tokens: 1 }), 'POST');
    expect(value.tokens).toEqual([
      { text: '<s>', logProbability: null, isTop: undefined },
      { text: 'Answer', logProbability: -9.5, isTop: false },
      { text: ':', logProbability: -0.25, isTop: true },
      { text: ' B', logProbability: -0.75, isTop: false },
    ]);
  });

  it('takes one token for generated where the server does not count', () => {
    expect(readEcho(answer(lists), 'POST').value.tokens).toHaveLength(4);
  });

  it('knows nothing of the most probable ones where none are listed', () => {
    const { value } = readEcho(answer({ ...lists, top_logprobs: null }), 'POST');
    expect(value.tokens.map(({ isTop }) => isTop)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it.each([
    ['scored another number of tokens than the prompt has', answer(lists, { prompt_tokens: 7, completion_tokens: 1 })],
    ['has lists of different lengths', answer({ ...lists, token_logprobs: [null, -1] })],
    ['has no log-probabilities', { ...answer({}), choices: [{ index: 0, text: ' x', logprobs: null }] }],
  ])('refuses an answer that %s', (_, json) => {
    expect(() => readEcho(json, 'POST')).toThrow(RemoteFailure);
  });
});

describe('readPromptLogprobs', () => {
  it('tells the token of the prompt from the most probable one by its rank and probability', () => {
    const json = {
      model: 'm',
      choices: [
        {
          index: 0,
          text: ' x',
          prompt_logprobs: [
            null,
            {
              '1234': { logprob: -9.5, rank: 812, decoded_token: 'Answer' },
              '450': { logprob: -1.5, rank: 1, decoded_token: 'The' },
            },
            { '29901': { logprob: -0.25, rank: 1, decoded_token: ':' } },
          ],
        },
      ],
      usage: { prompt_tokens: 3, completion_tokens: 1 },
    };
    expect(readPromptLogprobs(json, 'POST').value.tokens).toEqual([
      { text: '', logProbability: null, isTop: undefined },
      { text: 'Answer', logProbability: -9.5, isTop: false },
      { text: ':', logProbability: -0.25, isTop: true },
    ]);
  });
});

describe('findContinuation', () => {
  it.each([
    [tokens('Answer', ':', ' B'), ' B', 2],
    [tokens('<s>', 'Answer', ':', ' The', ' sky'), ' The sky', 3],
    // é and 😀 in pieces, as OpenAI writes them.
    [tokens('caf', 'bytes:\\xc3', 'bytes:\\xa9', ' bytes'), 'é bytes', 1],
    [tokens('a', 'bytes:\\xf0\\x9f', 'bytes:\\x98\\x80'), '😀', 1],
    // A token that reaches over the joint.
    [tokens('Answer', ': B'), ' B', undefined],
    // Vocabulary entries instead of texts, as older vLLM shows them.
    [tokens('Answer', ':', 'ĠB'), ' B', undefined],
    // Spaces lost, and characters that are no text.
    [tokens('Answer', ':', 'B'), ' B', undefined],
    [tokens('a', '�', '�'), '😀', undefined],
    // Generated tokens alone, as from a server that ignores echo.
    [tokens(' x'), ' B', undefined],
    [tokens(), ' B', undefined],
  ])('finds in %j where %j begins', (all, continuation, at) => {
    expect(findContinuation(all, continuation)).toBe(at);
  });
});

function given(...values: readonly (number | null)[]): readonly GivenToken[] {
  return values.map((logProbability) => ({
    text: 'x',
    logProbability,
    isTop: logProbability !== null && logProbability > -1,
  }));
}

describe('scoreContinuation', () => {
  it('adds up, and is greedy when each token is the most probable one', () => {
    expect(scoreContinuation(given(null, -5, -0.5, -0.25), 2, 'POST')).toEqual({
      logProbability: -0.75,
      isGreedy: true,
    });
    expect(scoreContinuation(given(null, -5, -0.5, -0.25), 1, 'POST')).toEqual({
      logProbability: -5.75,
      isGreedy: false,
    });
  });

  it.each([
    ['there is no token', given(null, -1), 2, 'answer-broken'],
    ['a token has none', given(null, -1, null), 1, 'answer-broken'],
    ['nothing is in front', given(null, -1), 0, 'first-token-unscored'],
  ])('never makes up a score where %s', (_, list, begin, code) => {
    expect(() => scoreContinuation(list, begin, 'POST')).toThrow(expect.objectContaining({ code }));
  });
});
