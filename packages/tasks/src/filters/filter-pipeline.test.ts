import { describe, expect, it } from 'vitest';
import { createFilterPipelines, type FilterPipelineConfig } from './filter-pipeline.js';

const GSM8K: readonly FilterPipelineConfig[] = [
  {
    name: 'strict-match',
    filter: [{ function: 'regex', regex_pattern: '#### (\\-?[0-9\\.\\,]+)' }, { function: 'take_first' }],
  },
  {
    name: 'flexible-extract',
    filter: [
      { function: 'regex', group_select: -1, regex_pattern: '(-?[$0-9.,]{2,})|(-?[0-9]+)' },
      { function: 'take_first' },
    ],
  },
  {
    name: 'cot',
    filter: [{ function: 'regex', regex_pattern: 'The answer is (\\-?[0-9\\.\\,]+).' }, { function: 'take_first' }],
  },
];

function run(filter: FilterPipelineConfig['filter'], responses: readonly string[], document = {}): unknown {
  return createFilterPipelines([{ name: 'f', filter }])[0]?.apply(responses, document);
}

describe('filter pipelines', () => {
  // From the installed lm-evaluation-harness 0.4.12 (specification, check vector 13).
  it.each([
    ['The answer is 18', '[invalid]', '18', '1'],
    ['The answer is 18.', '[invalid]', '18.', '18'],
    ['The answer is 5', '[invalid]', '5', '[invalid]'],
    ['She makes 18 dollars... ok', '[invalid]', '...', '[invalid]'],
    ['x\n#### 18\n#### 19', '18', '19', '[invalid]'],
  ])('extract the answers of gsm8k from %j', (text, ...expected) => {
    const pipelines = createFilterPipelines(GSM8K);
    const filtered = pipelines.map((pipeline) => pipeline.apply([text], {}));
    expect(filtered).toEqual(expected);
    expect(filtered.map((value, index) => pipelines[index]?.isNoAnswer(value))).toEqual(
      expected.map((value) => value === '[invalid]'),
    );
  });

  it('take the first response where the task names no filter', () => {
    const [none] = createFilterPipelines(undefined);
    expect(none?.name).toBe('none');
    expect(none?.apply([[-1.5, true]], {})).toEqual([-1.5, true]);
    expect(none?.isNoAnswer(' \n')).toBe(true);
  });

  it('run the other filters of the reference harness', () => {
    expect(run([{ function: 'remove_whitespace' }], [' a\u001c', 'b '])).toEqual(['a', 'b']);
    expect(run([{ function: 'lowercase' }, { function: 'take_first' }], ['ÀB'])).toBe('àb');
    expect(run([{ function: 'uppercase' }], ['ß'])).toEqual(['SS']);
    expect(run([{ function: 'take_first_k', k: 2 }], ['a', 'b', 'c'])).toEqual(['a', 'b']);
    expect(run([{ function: 'majority_vote' }, { function: 'take_first' }], ['b', 'a', 'a', 'b'])).toBe('b');
    expect(run([{ function: 'map', mapping_dict: { a: 1 }, default_value: -1 }], ['a', 'b'])).toEqual([1, -1]);
  });

  it('find the letter of a choice by pattern, by its text and by a letter after a colon', () => {
    const filter = [
      { function: 'multi_choice_regex', regex_pattern: '(\\([A-Z]\\))', ignore_case: true, ignore_punctuation: true },
      { function: 'take_first' },
    ];
    const document = { choices: ['The cat.', 'a dog', 'a dog'] };
    const answers = ['I say (B)', 'It is the CAT', 'answer: A', 'a dog', 'none'];
    expect(answers.map((text) => run(filter, [text], document))).toEqual(['(B)', '(A)', '(A)', '(C)', '[invalid]']);
  });

  it('pass over choices without text', () => {
    const filter = [{ function: 'multi_choice_regex', regex_pattern: '(\\([A-Z]\\))', ignore_punctuation: true }];
    expect(run(filter, ['...:B', 'x'], { choices: ['(', 'y', '...'] })).toEqual(['(B)', '[invalid]']);
  });

  it('name the key of a filter that is wrong', () => {
    expect(() => run([{ function: 'regexp' }], [])).toThrow(
      'filter_list.0.filter.0.function: expected one of take_first,',
    );
    expect(() => run([{ function: 'regex', pattern: 'a' }], [])).toThrow('filter_list.0.filter.0.pattern');
    expect(() => run([{ function: 'regex', regex_pattern: '(a' }], [])).toThrow('filter_list.0.filter.0.regex_pattern');
    expect(() => run([{ function: 'regex', group_select: 'x' }], [])).toThrow('filter_list.0.filter.0.group_select');
    expect(() => run([{ function: 'take_first' }, { function: 'lowercase' }], ['a'])).toThrow(
      'after one that selects a single response',
    );
  });

  it('say when there are fewer responses than take_first_k needs', () => {
    expect(() => run([{ function: 'take_first_k', k: 3 }], ['a'])).toThrow('needs 3 responses');
  });
});
