import { QUANTIZATION_NAMES } from '@understudy/catalog';
import { z } from 'zod';
import type { OptionDefinition } from '../option.js';

/** The format that memory and speed of a model are estimated in. */
export const quantizationOption = {
  flag: 'quantization',
  arity: 'one',
  placeholder: 'format',
  schema: z.enum(QUANTIZATION_NAMES).default('Q4_K_M'),
  expects: (messages) => messages.expects.oneOf(QUANTIZATION_NAMES),
  text: 'memoryQuantization',
  group: 'results',
} as const satisfies OptionDefinition;
