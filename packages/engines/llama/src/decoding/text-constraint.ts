import type { Constraint } from '@understudy/core';
import type { Candidates } from '../context/candidates.js';
import { Grammar } from '../context/grammar.js';
import type { Sampler } from '../context/sampler.js';
import type { Vocabulary } from '../context/vocabulary.js';
import { argMax } from './arg-max.js';
import { constraintGrammar } from './constraint-grammar.js';
import { utf8After, WHOLE, type Utf8State } from './utf8-state.js';

/** What a constraint works with. */
export interface ConstraintTools {
  readonly vocabulary: Vocabulary;
  readonly candidates: Candidates;
}

/** A constraint on a text and how far the text has come in it. */
export class TextConstraint implements Disposable {
  readonly #tools: ConstraintTools;
  readonly #grammar: Grammar;
  /** The grammar names tokens, which may be such as a text does not show. */
  readonly #namesTokens: boolean;
  #utf8: Utf8State = WHOLE;

  /** @throws UserError for a grammar or a schema that cannot be used */
  constructor(constraint: Constraint, tools: ConstraintTools) {
    const text = constraintGrammar(constraint);
    this.#tools = tools;
    this.#grammar = new Grammar(tools.vocabulary, text);
    this.#namesTokens = text.replaceAll(/"(?:[^"\\]|\\.)*"|\[(?:[^\]\\]|\\.)*\]|#.*/g, '').includes('<');
  }

  /**
   * The next token; undefined when none can come next. Where the most probable token is wanted and can come, the others are not looked
   * at: a vocabulary takes the grammar some milliseconds.
   */
  choose(values: Float32Array, sampler: Sampler, { isGreedy }: { readonly isGreedy: boolean }): number | undefined {
    const { candidates } = this.#tools;
    this.#ruleOut(values);
    const best = isGreedy ? argMax(values) : undefined;
    if (best !== undefined && values[best] !== -Infinity && this.#grammar.allows(best, candidates)) {
      return this.#accept(best);
    }
    candidates.fill(values);
    this.#grammar.restrict(candidates);
    return candidates.hasAny ? this.#accept(sampler.choose(candidates)) : undefined;
  }

  [Symbol.dispose](): void {
    this.#grammar[Symbol.dispose]();
  }

  /** Tokens that a text does not show would count as part of it, and so would bytes that make no character. */
  #ruleOut(values: Float32Array): void {
    const { vocabulary } = this.#tools;
    if (!this.#namesTokens) for (const token of vocabulary.hiddenTokens) values[token] = -Infinity;
    for (const { token, bytes } of vocabulary.fragments) {
      if (utf8After(this.#utf8, bytes) === undefined) values[token] = -Infinity;
    }
  }

  #accept(token: number): number {
    this.#grammar.accept(token);
    this.#utf8 = utf8After(this.#utf8, this.#tools.vocabulary.piece(token, { special: true })) ?? WHOLE;
    return token;
  }
}
