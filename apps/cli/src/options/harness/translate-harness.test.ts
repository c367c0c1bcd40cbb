import { describe, expect, test } from 'vitest';
import { en } from '../../messages/en.js';
import type { GivenValues } from '../given-values.js';
import { translateHarness } from './translate-harness.js';

const translate = (values: Readonly<Record<string, unknown>>) => {
  const given: GivenValues = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value, origin: `--${name}` }]),
  );
  const { given: translated, notices } = translateHarness(given, en);
  return { values: Object.fromEntries(Object.entries(translated).map(([name, { value }]) => [name, value])), notices };
};

describe('flags of the reference harness', () => {
  test('a GGUF file named through the hf backend becomes a model spec with its number format', () => {
    const { values } = translate({
      model: ['hf'],
      model_args: ['pretrained=owner/repo,gguf_file=file.gguf,dtype=float32', 'max_length=2048'],
    });
    expect(values).toMatchObject({ model: ['hf:owner/repo/file.gguf'], compute: 'f32', context: 2048 });
  });

  test('a revision belongs to the model spec', () => {
    const { values } = translate({ model_args: ['pretrained=owner/repo,gguf_file=file.gguf,revision=v1'] });
    expect(values['model']).toEqual(['hf:owner/repo/file.gguf@v1']);
  });

  test('a catalog id or a path is a model as it stands', () => {
    expect(translate({ model_args: ['pretrained=smollm2-135m-instruct'] }).values['model']).toEqual([
      'smollm2-135m-instruct',
    ]);
    expect(translate({ model_args: ['pretrained=models/a.gguf'] }).values['model']).toEqual(['models/a.gguf']);
  });

  test('a server of the reference harness becomes a model spec with its settings', () => {
    const address = 'http://localhost:8000/v1/completions';
    const { values } = translate({
      model: ['local-completions'],
      model_args: [`model=owner/m,base_url=${address},num_concurrent=16,max_retries=5,tokenized_requests=False`],
    });
    expect(values).toMatchObject({ model: [`${address}#owner/m`], concurrency: 16, maxRetries: 5 });
    expect(translate({ model: ['openai-completions'], model_args: ['model=davinci-002'] }).values['model']).toEqual([
      'openai:davinci-002',
    ]);
    const anthropic = { model: ['anthropic-chat'], model_args: ['model=claude-x'], applyChatTemplate: true };
    expect(translate(anthropic).values['model']).toEqual(['anthropic:claude-x']);
  });

  test('a chat backend needs the chat template, as in the reference harness', () => {
    const given = { model: ['local-chat-completions'], model_args: ['model=m,base_url=http://localhost:1/v1'] };
    expect(() => translate(given)).toThrow('takes messages, which need --apply_chat_template');
    expect(translate({ ...given, applyChatTemplate: true }).values['model']).toEqual(['http://localhost:1/v1#m']);
  });

  test('a key among the model arguments is refused and not repeated', () => {
    const given = { model: ['local-completions'], model_args: ['base_url=http://h/v1,auth_token=sk-secret'] };
    expect(() => translate(given)).toThrow(expect.objectContaining({ message: expect.not.stringContaining('secret') }));
  });

  test('an option given explicitly wins over a translated one', () => {
    expect(translate({ model_args: ['dtype=float16'], compute: 'f32' }).values['compute']).toBe('f32');
  });

  test('a repository without a file is its checkpoint', () => {
    expect(translate({ model_args: ['pretrained=owner/repo'] }).values['model']).toEqual(['hf:owner/repo']);
    expect(translate({ model_args: ['pretrained=owner/repo,revision=v1'] }).values['model']).toEqual([
      'hf:owner/repo@v1',
    ]);
    expect(() => translate({ model_args: ['pretrained=./folder,revision=v1'] })).toThrow(
      'revision=v1 has no equivalent',
    );
  });

  test('an unknown model argument is refused by its name', () => {
    expect(() => translate({ model_args: ['parallelize=True'] })).toThrow('parallelize=true has no equivalent');
  });

  test('the name of a backend alone is not a model', () => {
    expect(() => translate({ model: ['hf'] })).toThrow('hf is a backend of lm-evaluation-harness, not a model');
  });

  test('a batch size is accepted and said to have no effect', () => {
    expect(translate({ batch_size: 'auto:4' }).notices).toEqual([
      '--batch_size: no effect: the engine plans its batches by itself.',
    ]);
  });

  test('the CPU is the device; others are refused', () => {
    expect(translate({ device: 'cpu' }).values['gpuLayers']).toBe(0);
    expect(() => translate({ device: 'cuda:0' })).toThrow('--device');
  });

  test('loggers are refused', () => {
    expect(() => translate({ wandb_args: ['project=x'] })).toThrow('--wandb_args');
  });
});
