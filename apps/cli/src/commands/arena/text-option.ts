import { z } from 'zod';
import type { OptionDefinition } from '../../options/option.js';

const text = z.string().min(1).optional();

/** An option that takes a text and may be left out. */
export function textOption({
  flag,
  placeholder,
  text: key,
}: Pick<OptionDefinition, 'flag' | 'text'> & { readonly placeholder: string }): OptionDefinition<typeof text> {
  return {
    flag,
    arity: 'one',
    placeholder,
    schema: text,
    expects: (messages) => messages.expects.texts,
    text: key,
    group: 'arena',
  };
}
