import { describe, expect, it } from 'vitest';
import type { PythonValue } from '../python/python-value.js';
import { clean } from './hellaswag.js';
import { taskFunctions, type FunctionDocument } from './task-functions.js';

// Expected values were printed by lm-evaluation-harness 0.4.12. When this was written all functions were compared with it on
// all rows of the test mirror (22,273 results, drop and truthfulqa on random responses too): equal.

function read(name: string, document: FunctionDocument): PythonValue {
  const task = taskFunctions[name];
  return task?.kind === 'field' ? task.read(document) : `${name} is no field`;
}

function columns(name: string, document: FunctionDocument): FunctionDocument {
  const task = taskFunctions[name];
  return task?.kind === 'process-docs' ? task.columns(document) : {};
}

function score(name: string, document: FunctionDocument, results: readonly PythonValue[]): unknown {
  const task = taskFunctions[name];
  return task?.kind === 'process-results' ? task.score(document, results) : undefined;
}

describe('hellaswag', () => {
  it('cleans WikiHow marks as the reference does', () => {
    expect(clean('  [header] How to   fly [title] Go. [step] Take  off [substeps] X   y ')).toBe(
      ' How to  fly. Go. Take off X  y',
    );
    expect(clean('a [x\ny] b [z] c')).toBe('a [x\ny] b c');
  });

  it('adds question, endings and gold to a document', () => {
    const document = {
      activity_label: 'Roof shingle removal',
      ctx_a: 'A man is sitting on a roof.',
      ctx_b: 'he',
      endings: ['is using wrap.', ' [step] starts '],
      label: '1',
    };
    expect(columns('hellaswag.processDocs', document)).toEqual({
      query: 'Roof shingle removal: A man is sitting on a roof. He',
      choices: ['is using wrap.', ' starts'],
      gold: 1,
    });
    expect(() => columns('hellaswag.processDocs', { ...document, label: '' })).toThrow('the column label');
    expect(() => columns('hellaswag.processDocs', { ctx_a: 'a' })).toThrow('the columns are ctx_a');
  });
});

describe('winogrande', () => {
  it('puts the options before the blank and scores what stands after it', () => {
    const document = {
      sentence: 'Sarah was better than Maria so _ always won. ',
      option1: 'Sarah',
      option2: 'Maria',
      answer: '2',
    };
    expect(read('winogrande.docToText', document)).toBe(1);
    expect(read('winogrande.docToTarget', document)).toBe('always won.');
    expect(read('winogrande.docToChoice', document)).toEqual([
      'Sarah was better than Maria so Sarah',
      'Sarah was better than Maria so Maria',
    ]);
  });
});

describe('race', () => {
  it('completes blanks at the end, answers questions and asks the last problem', () => {
    const problems =
      "[{'question': 'I have  _  .', 'answer': 'B', 'options': ['cat', 'dog', 'x', 'y']}, " +
      '{\'question\': "Who\'s there?", \'answer\': \'A\', \'options\': ["I\'m", "b", "c", "d"]}, ' +
      "{'question': 'The text is about  _  .', 'answer': 'D', 'options': ['p', 'q', 'r', 's']}]";
    const document = { article: 'Once.', problems };
    expect(read('race.docToText', document)).toBe(
      "Article: Once.\n\nI have dog\nQuestion: Who's there?\nAnswer: I'm\nThe text is about  _  .",
    );
    expect(read('race.docToTarget', document)).toBe(3);
    expect(read('race.docToChoice', document)).toEqual(['p', 'q', 'r', 's']);
  });
});

describe('drop', () => {
  const noDate = { day: '', month: '', year: '' };

  it('collects the different answers: number, else spans, else date', () => {
    const document = {
      query_id: 'q',
      passage: 'p',
      question: '?',
      answer: { number: '', date: { day: '1', month: 'May', year: '' }, spans: [] },
      validated_answers: { number: ['8', '8', ''], date: [noDate, noDate, noDate], spans: [[], [], ['a', 'b']] },
    };
    expect(columns('drop.processDocs', document)).toEqual({
      id: 'q',
      passage: 'p',
      question: '?',
      answers: [['1 May'], ['8'], ['a', 'b']],
    });
  });

  it.each([
    ['1,000 yards', [['1000']], 0, 0.67],
    ['Tom Brady', [['Brady', 'Manning']], 0, 0.33],
    [' the Denver-Broncos ', [['Denver Broncos']], 1, 1],
    ['5 and 3', [['5']], 0, 0.5],
    ['', [[' '], ['the']], 1, 1],
    ['nan', [['NaN']], 1, 1],
  ])('scores %j against %j with em %d and F1 %d', (prediction, answers, em, f1) => {
    expect(score('drop.processResults', { answers }, [prediction])).toEqual({ em, f1 });
  });
});

describe('truthfulqa', () => {
  it('gives MC2 the share of probability of the true answers', () => {
    const results = [-1, -2, -3].map((value) => [value, false]);
    const document = { mc2_targets: { labels: [1, 0, 1] } };
    expect(score('truthfulqa.processResultsMc2', document, results)).toEqual({ acc: 0.7552715289452023 });
  });

  it('gives NaN where all probabilities underflow', () => {
    const document = { mc2_targets: { labels: [1, 0] } };
    expect(
      score('truthfulqa.processResultsMc2', document, [
        [-900, false],
        [-900, false],
      ]),
    ).toEqual({ acc: Number.NaN });
  });
});

describe('wikitext', () => {
  const page =
    ' = A = \n \n The 1 @,@ 000 @-@ ton ship ( of 1 @.@ 5 m ) sank ; " oh , no " he said . It \'s James \' s N x \n';

  it('undoes the spaces around punctuation', () => {
    expect(read('wikitext.detokenize', { page })).toBe(
      ' = A =\n\nThe 1,000-ton ship (of 1.5 m) sank; "oh, no" he said. It\'s James\' s 1 x\n',
    );
  });

  it('counts words and bytes of the page as it was', () => {
    expect(score('wikitext.processResults', { page }, [-8128.5])).toEqual({
      word_perplexity: [-8128.5, 36],
      byte_perplexity: [-8128.5, 105],
      bits_per_byte: [-8128.5, 105],
    });
  });
});

describe('medical questions', () => {
  it('list their options by letter', () => {
    const medqa = { sent1: 'Q?', ending0: 'a', ending1: 'b', ending2: 'c', ending3: 'd' };
    expect(read('medqa.docToText', medqa)).toBe('Question: Q?\nA. a\nB. b\nC. c\nD. d\nAnswer:');
    const medmcqa = { question: 'Q?', opa: 'a', opb: 'b', opc: 'c', opd: 'd' };
    expect(read('medmcqa.docToText', medmcqa)).toBe('Question: Q?\nChoices:\nA. a\nB. b\nC. c\nD. d\nAnswer:');
  });

  it('of PubMedQA follow the sections of the abstract', () => {
    expect(read('pubmedqa.docToText', { CONTEXTS: ['one', 'two'], QUESTION: 'So?' })).toBe(
      'Abstract: one\ntwo\nQuestion: So?\nAnswer:',
    );
  });
});
