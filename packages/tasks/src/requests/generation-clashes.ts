import { UserError } from '@understudy/core';
import type { GenerationArguments } from './generation-arguments.js';

/** Arguments that exclude each other, beside what each may be. */
const CLASHES: readonly {
  readonly of: (given: GenerationArguments, isSampled: boolean) => boolean;
  readonly message: string;
}[] = [
  {
    of: ({ num_beams: beams }, isSampled) => (beams ?? 1) > 1 && isSampled,
    message: 'num_beams above 1 is for greedy texts; set do_sample=false',
  },
  {
    of: ({ num_beams: beams, guidance_scale: scale }) => (beams ?? 1) > 1 && (scale ?? 1) !== 1,
    message: 'num_beams above 1 and guidance_scale exclude each other',
  },
  {
    of: ({ num_beams: beams, grammar, json_schema: schema }) => (beams ?? 1) > 1 && Boolean(grammar ?? schema),
    message: 'num_beams above 1 and a grammar or json_schema exclude each other',
  },
  {
    of: ({ grammar, json_schema: schema }) => Boolean(grammar) && Boolean(schema),
    message: 'grammar and json_schema exclude each other',
  },
  {
    of: ({ negative_prompt: prompt, guidance_scale: scale }) => typeof prompt === 'string' && (scale ?? 1) === 1,
    message: 'negative_prompt needs a guidance_scale other than 1',
  },
  {
    of: ({ num_return_sequences: count }, isSampled) => (count ?? 1) > 1 && !isSampled,
    message: 'num_return_sequences above 1 is for sampled texts: greedy ones are all the same',
  },
];

/** Refuses arguments that exclude each other. Throws `UserError` `generation-arguments-clash`. */
export function refuseClashes(given: GenerationArguments, { isSampled }: { readonly isSampled: boolean }): void {
  const clash = CLASHES.find(({ of }) => of(given, isSampled));
  if (clash === undefined) return;
  throw new UserError({
    code: 'generation-arguments-clash',
    message: `Arguments of generation (generation_kwargs of the task, --gen_kwargs): ${clash.message}.`,
    hint: 'Change one of them with --gen_kwargs.',
  });
}
