import type { Advice } from '@understudy/advise';
import { z } from '@hono/zod-openapi';

const text = (description: string) => z.string().max(500).optional().openapi({ description });

/** The needs as the address of the page has them: the same words as the options of `understudy advise`. */
export const AdviceQuery = z.strictObject({
  area: z
    .string()
    .min(1)
    .max(1000)
    .openapi({ description: 'Kinds of work with weights.', example: 'reasoning-math=2,knowledge' }),
  language: text('ISO 639-1, separated by commas.'),
  commercial: text('true or false'),
  users: text('Monthly users: 50k, 700M.'),
  maxMemory: text('8GiB'),
  quantization: text('Formats, the best first, separated by commas.'),
  context: text('Tokens: 8k.'),
  speed: text('Tokens a second; needs `bandwidth`.'),
  bandwidth: text('10⁹ bytes a second.'),
  maxCost: text('USD for a million tokens.'),
  asService: text('true or false: whether the model itself is offered to others.'),
  hosted: text('true or false: whether closed models that their providers run are considered too.'),
  kind: text('base, instruct, chat, multimodal'),
  reference: text('Id of a card, or name of a measured model; gpt-3.5-turbo by default.'),
  margin: text('0.03 by default.'),
  confidence: text('0.95 by default.'),
  unknown: text('separate, admit or exclude'),
  shortlist: text('Models on the shortlist.'),
});

/** The advice as `understudy advise --json` prints it; its shape is told by the types of `@understudy/advise`. */
export const AdviceBody = z
  .custom<Advice>(() => true)
  .openapi('Advice', {
    type: 'object',
    description: 'What `understudy advise --json` prints.',
  });
