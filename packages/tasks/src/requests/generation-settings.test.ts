import { describe, expect, it } from 'vitest';
import { generationArguments, readGenerationSettings } from './generation-settings.js';

const decoding = (given: Readonly<Record<string, unknown>>) => readGenerationSettings(given).decoding;
const maxTokens = (given: Readonly<Record<string, unknown>>): number => readGenerationSettings(given).maxTokens;

describe('generation settings', () => {
  it('are greedy, 256 tokens, up to the few-shot delimiter, where the task says nothing', () => {
    const given = generationArguments(undefined, '\n\n');
    expect(given).toEqual({ temperature: 0, do_sample: false, max_gen_toks: 256, until: ['\n\n'] });
    expect(readGenerationSettings(given)).toEqual({
      until: ['\n\n'],
      maxTokens: 256,
      sampling: { temperature: 0, topK: 50, topP: 1, minP: 0, typicalP: undefined },
      decoding: undefined,
    });
  });

  it('take a missing stop text from the delimiter, and the command line over the task', () => {
    const given = generationArguments({ max_gen_toks: 8, temperature: '0.5' }, '\n', { max_gen_toks: 4 });
    expect(given).toEqual({ max_gen_toks: 4, temperature: 0.5, until: ['\n'] });
  });

  it.each([
    [{ temperature: 0.7 }, 0.7],
    [{ temperature: 0.7, do_sample: false }, 0],
    [{ do_sample: true }, 1],
    [{ do_sample: true, temperature: 0.3 }, 0.3],
    [{}, 0],
  ])('sample if told to, or if the temperature is above 0: %j', (given, temperature) => {
    expect(readGenerationSettings(given).sampling.temperature).toBe(temperature);
  });

  it('know the aliases of the token limit in their order', () => {
    expect(maxTokens({ max_tokens: 3, max_completion_tokens: 4 })).toBe(3);
    expect(maxTokens({ max_new_tokens: 2, max_gen_toks: 1 })).toBe(1);
    expect(maxTokens({ max_completion_tokens: 4 })).toBe(4);
  });

  it('accept one stop text without a list', () => {
    expect(readGenerationSettings({ until: 'x' }).until).toEqual(['x']);
  });

  it('have what else decides the tokens, and nothing of what has no effect', () => {
    const given = { repetition_penalty: '1.2', repeat_last_n: 64, presence_penalty: 0, frequency_penalty: null };
    expect(readGenerationSettings({ ...given, do_sample: true, typical_p: 0.9 })).toMatchObject({
      sampling: { typicalP: 0.9 },
      decoding: { repetitionPenalty: 1.2, repetitionWindow: 64, presencePenalty: undefined },
    });
    const without = { repetition_penalty: 1, repeat_last_n: 64, typical_p: 1, presence_penalty: 0 };
    expect(readGenerationSettings(without)).toMatchObject({ sampling: { typicalP: undefined }, decoding: undefined });
  });

  it('have grammars, schemas, beams and guidance as they are given', () => {
    expect(decoding({ grammar: 'root ::= "a"' })).toMatchObject({
      constraint: { kind: 'grammar', grammar: 'root ::= "a"' },
    });
    expect(decoding({ json_schema: { type: 'object' } })).toMatchObject({
      constraint: { kind: 'json-schema', schema: '{"type":"object"}' },
    });
    expect(decoding({ json_schema: '{}' })).toMatchObject({ constraint: { schema: '{}' } });
    expect(decoding({ num_beams: 4, early_stopping: 'True' })).toMatchObject({
      beams: { count: 4, lengthPenalty: 1, earlyStopping: true },
    });
    expect(
      decoding({ num_beams: '1', length_penalty: 0.5, guidance_scale: 1.0, no_repeat_ngram_size: 0 }),
    ).toBeUndefined();
    const guided = readGenerationSettings({ guidance_scale: 2, negative_prompt: '{{q}}' });
    expect(guided).toMatchObject({ decoding: { guidance: { scale: 2 } }, negativePrompt: '{{q}}' });
  });

  it.each([
    [{ num_beams: 2, do_sample: true }, /num_beams above 1 is for greedy texts/],
    [{ num_beams: 2, guidance_scale: 2 }, /exclude each other/],
    [{ num_beams: 2, grammar: 'root ::= "a"' }, /exclude each other/],
    [{ json_schema: '{}', grammar: 'root ::= "a"' }, /exclude each other/],
    [{ negative_prompt: 'x' }, /negative_prompt needs a guidance_scale/],
    [{ num_return_sequences: 2 }, /for sampled texts/],
  ])('exclude each other: %j', (given, message) => {
    expect(() => readGenerationSettings(given)).toThrow(
      expect.objectContaining({ code: 'generation-arguments-clash', message: expect.stringMatching(message) }),
    );
  });
});
