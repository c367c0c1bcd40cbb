import { UserError } from '@understudy/core';
import { native } from '../binding/native.js';
import type { Candidates } from './candidates.js';
import { NativeHandle } from './native-handle.js';
import type { Vocabulary } from './vocabulary.js';

/** A GBNF grammar and how far a text has come in it. */
export class Grammar implements Disposable {
  readonly #sampler: NativeHandle;
  readonly #vocabulary: Vocabulary;

  /** @throws UserError `grammar-invalid` */
  constructor(vocabulary: Vocabulary, text: string) {
    const { llama } = native();
    const pointer = llama.llama_sampler_init_grammar(vocabulary.pointer, text, 'root');
    if (pointer === null) {
      throw new UserError({
        code: 'grammar-invalid',
        message: 'Reading a grammar: llama.cpp cannot read it; what is wrong stands in the log of the engine.',
        hint: 'Give rules in GBNF, the first of them named root, e.g. root ::= "yes" | "no". --verbose shows the log.',
        values: { grammar: text.slice(0, 500) },
      });
    }
    this.#vocabulary = vocabulary;
    this.#sampler = new NativeHandle('grammar', pointer, (sampler) => llama.llama_sampler_free(sampler));
  }

  /** True when the token can come next. */
  allows(token: number, candidates: Candidates): boolean {
    candidates.fillOne(token);
    candidates.apply(this.#sampler.pointer);
    return candidates.hasAny;
  }

  /** Makes the candidates that cannot come next impossible. */
  restrict(candidates: Candidates): void {
    candidates.apply(this.#sampler.pointer);
  }

  /** Takes the next token of the text, which must be allowed. */
  accept(token: number): void {
    // Nothing comes after the end of a text.
    if (!this.#vocabulary.isEnd(token)) native().llama.llama_sampler_accept(this.#sampler.pointer, token);
  }

  [Symbol.dispose](): void {
    this.#sampler[Symbol.dispose]();
  }
}
