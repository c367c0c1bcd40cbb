import { describe, expect, test } from 'vitest';
import { en } from '../../messages/en.js';
import { evalOptions } from './eval-options.js';
import type { GivenValues } from '../given-values.js';
import { parseOptions } from '../parse-options.js';

const parse = (values: Readonly<Record<string, unknown>>) => {
  const given: GivenValues = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value, origin: `--${name}` }]),
  );
  return parseOptions(evalOptions, given, en);
};

describe('eval options', () => {
  test('without any option the default models and the quick suite are evaluated', () => {
    const values = parse({});
    expect(values.model).toEqual(['smollm2-135m-instruct', 'gemma-3-270m']);
    expect(values.tasks).toEqual(['quick']);
    expect(values.seed).toEqual({ random: 0, numpy: 1234, torch: 1234, fewshot: 1234 });
    expect(values).toMatchObject({
      engine: 'auto',
      compute: 'auto',
      gpuLayers: 0,
      resume: true,
      bootstrapIters: 100_000,
    });
  });

  test('task names are separated by commas, spaces or both', () => {
    expect(parse({ tasks: ['arc_easy,hellaswag', 'mmlu'] }).tasks).toEqual(['arc_easy', 'hellaswag', 'mmlu']);
    expect(parse({ tasks: 'arc_easy, hellaswag' }).tasks).toEqual(['arc_easy', 'hellaswag']);
  });

  test('numbers may be written as text and as numbers, and are bounded', () => {
    expect(parse({ numFewshot: '5', limit: '0.25' })).toMatchObject({ numFewshot: 5, limit: 0.25 });
    expect(parse({ numFewshot: 0, limit: 10 })).toMatchObject({ numFewshot: 0, limit: 10 });
    expect(() => parse({ limit: '0' })).toThrow('--limit: "0" does not fit; expected a number above 0');
    expect(() => parse({ numFewshot: '-1' })).toThrow('a whole number of at least 0');
    expect(() => parse({ numFewshot: '2.5' })).toThrow('a whole number of at least 0');
  });

  test('an engine is one of those there are', () => {
    expect(() => parse({ engine: 'vllm' })).toThrow('--engine: "vllm" does not fit; expected one of auto, onnx, llama');
  });

  test('a bare --apply_chat_template means yes, a name means that template', () => {
    expect(parse({ applyChatTemplate: true }).applyChatTemplate).toBe(true);
    expect(parse({ applyChatTemplate: 'false' }).applyChatTemplate).toBe(false);
    expect(parse({ applyChatTemplate: 'tool_use' }).applyChatTemplate).toBe('tool_use');
  });

  test.each([
    ['42', { random: 42, numpy: 42, torch: 42, fewshot: 42 }],
    ['0,1,2,3', { random: 0, numpy: 1, torch: 2, fewshot: 3 }],
    ['7,8,9', { random: 7, numpy: 8, torch: 9, fewshot: 1234 }],
    [[7, 8, 9, 10], { random: 7, numpy: 8, torch: 9, fewshot: 10 }],
  ])('--seed %j sets the four seeds as the reference harness does', (seed, expected) => {
    expect(parse({ seed }).seed).toEqual(expected);
  });

  test('a run always has seeds, so --seed None is refused', () => {
    expect(() => parse({ seed: 'None' })).toThrow('random,numpy,torch,fewshot');
    expect(() => parse({ seed: '1,2' })).toThrow('random,numpy,torch,fewshot');
  });

  test.each([
    [['temperature=0.7,top_p=0.9'], { temperature: 0.7, top_p: 0.9 }],
    [['do_sample=True', 'max_gen_toks=64'], { do_sample: true, max_gen_toks: 64 }],
    [['until=["a,b","\\n\\n"],temperature=0'], { until: ['a,b', '\n\n'], temperature: 0 }],
    [['{"until": ["x"], "top_k": 5}'], { until: ['x'], top_k: 5 }],
    [{ temperature: 1 }, { temperature: 1 }],
  ])('--gen_kwargs %j is read as key and value', (genKwargs, expected) => {
    expect(parse({ genKwargs }).genKwargs).toEqual(expected);
  });

  test('--gen_kwargs without a value is refused', () => {
    expect(() => parse({ genKwargs: ['temperature'] })).toThrow('expected key=value');
  });

  test('--samples takes JSON by task', () => {
    expect(parse({ samples: '{"arc_easy": [0, 5]}' }).samples).toEqual({ arc_easy: [0, 5] });
    expect(() => parse({ samples: '{"arc_easy": "0"}' })).toThrow('the documents by task');
    expect(() => parse({ samples: 'no-such-file.json' })).toThrow('the documents by task');
  });
});
