import { ROPE_SCALINGS, type RopeSettings } from '@understudy/core';
import { z } from 'zod';
import { adapters } from '../values/adapter-specs.js';
import type { OptionTable, OptionValues } from '../option.js';
import { between, positive, whole } from '../values/schemas.js';

/** What is laid over a model, and how its positions are stretched. Names follow llama.cpp's. */
export const modelOptions = {
  adapter: {
    flag: 'adapter',
    arity: 'many',
    placeholder: 'file[:scale]',
    schema: adapters.default([]),
    expects: (messages) => messages.expects.adapter,
    text: 'adapter',
    group: 'engine',
  },
  draftModel: {
    flag: 'draft-model',
    arity: 'one',
    placeholder: 'spec',
    schema: z.string().min(1).optional(),
    expects: (messages) => messages.expects.texts,
    text: 'draftModel',
    group: 'engine',
  },
  slidingWindow: {
    flag: 'sliding-window',
    arity: 'one',
    placeholder: 'tokens',
    schema: whole(1).optional(),
    expects: (messages) => messages.expects.whole(1),
    text: 'slidingWindow',
    group: 'engine',
  },
  ropeScaling: {
    flag: 'rope-scaling',
    arity: 'one',
    placeholder: 'kind',
    schema: z.enum(ROPE_SCALINGS).optional(),
    expects: (messages) => messages.expects.oneOf(ROPE_SCALINGS),
    text: 'ropeScaling',
    group: 'engine',
  },
  ropeScale: {
    flag: 'rope-scale',
    arity: 'one',
    placeholder: 'factor',
    schema: positive.optional(),
    expects: (messages) => messages.expects.positive,
    text: 'ropeScale',
    group: 'engine',
  },
  ropeFreqBase: {
    flag: 'rope-freq-base',
    arity: 'one',
    placeholder: 'n',
    schema: positive.optional(),
    expects: (messages) => messages.expects.positive,
    text: 'ropeFreqBase',
    group: 'engine',
  },
  yarnOrigCtx: {
    flag: 'yarn-orig-ctx',
    arity: 'one',
    placeholder: 'tokens',
    schema: whole(1).optional(),
    expects: (messages) => messages.expects.whole(1),
    text: 'yarnOrigCtx',
    group: 'engine',
  },
  yarnExtFactor: {
    flag: 'yarn-ext-factor',
    arity: 'one',
    placeholder: 'share',
    schema: between(0, 1).optional(),
    expects: (messages) => messages.expects.between(0, 1),
    text: 'yarnExtFactor',
    group: 'engine',
  },
  yarnBetaFast: {
    flag: 'yarn-beta-fast',
    arity: 'one',
    placeholder: 'n',
    schema: positive.optional(),
    expects: (messages) => messages.expects.positive,
    text: 'yarnBetaFast',
    group: 'engine',
  },
  yarnBetaSlow: {
    flag: 'yarn-beta-slow',
    arity: 'one',
    placeholder: 'n',
    schema: positive.optional(),
    expects: (messages) => messages.expects.positive,
    text: 'yarnBetaSlow',
    group: 'engine',
  },
} as const satisfies OptionTable;

/** How positions are stretched as the options say; undefined when they say nothing. */
export function ropeSettings(values: OptionValues<typeof modelOptions>): RopeSettings | undefined {
  const rope: RopeSettings = {
    scaling: values.ropeScaling,
    scale: values.ropeScale,
    freqBase: values.ropeFreqBase,
    yarnOrigCtx: values.yarnOrigCtx,
    yarnExtFactor: values.yarnExtFactor,
    yarnBetaFast: values.yarnBetaFast,
    yarnBetaSlow: values.yarnBetaSlow,
  };
  return Object.values(rope).some((value) => value !== undefined) ? rope : undefined;
}
