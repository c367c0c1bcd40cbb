import type { BeamSearchSettings, GenerateResponse, Tokens } from '@understudy/core';
import type { Batch } from '../context/batch.js';
import type { Context } from '../context/context.js';
import type { LogProbabilityReader } from '../context/log-probability.js';
import type { Vocabulary } from '../context/vocabulary.js';
import { argMax } from '../decoding/arg-max.js';
import { BeamSearch, type BeamCandidate } from '../decoding/beam-search.js';
import type { LogitsProcessor } from '../decoding/logits-processor.js';
import type { LogitsRow } from '../decoding/logits-row.js';
import { TokenHistory } from '../decoding/token-history.js';
import { topTokens } from '../decoding/top-tokens.js';
import { GrowingText, type PreparedRequest } from '../generation/growing-text.js';
import { StopFinder } from '../generation/stop-strings.js';
import type { LiveText, StepRows } from './live-text.js';
import type { PromptComputer } from './prompt-computer.js';

/** What a text of beams is made with. */
export interface BeamTextOptions {
  readonly context: Context;
  readonly vocabulary: Vocabulary;
  readonly beams: BeamSearchSettings;
  readonly processors: readonly LogitsProcessor[];
  readonly reader: LogProbabilityReader;
  /** One for each beam. */
  readonly sequences: readonly number[];
}

/** A running beam: where it is computed, and the end of its text, in which a stop string may begin. */
interface Beam {
  readonly sequence: number;
  readonly tail: Uint8Array;
}

/** A text found by beam search. Each beam has a sequence; one that is continued twice is copied. */
export class BeamText implements LiveText {
  readonly sequences: readonly number[];
  readonly #prepared: PreparedRequest;
  readonly #options: BeamTextOptions;
  readonly #search: BeamSearch;
  #beams: readonly Beam[];
  #cachedTokens = 0;
  #told = false;

  constructor(prepared: PreparedRequest, options: BeamTextOptions) {
    this.sequences = options.sequences;
    this.#prepared = prepared;
    this.#options = options;
    this.#search = new BeamSearch(options.beams, prepared.maxTokens);
    this.#beams = [{ sequence: options.sequences[0] ?? 0, tail: new Uint8Array() }];
  }

  get isFinished(): boolean {
    return this.#search.isDone;
  }

  async begin(prompts: PromptComputer, next: Tokens | undefined): Promise<void> {
    const { prompt, request } = this.#prepared;
    const [sequence = 0] = this.sequences;
    const { row, cachedTokens } = await prompts.compute({
      prompt,
      sharedPrefix: request.sharedPrefix,
      next,
      sequence,
    });
    this.#cachedTokens = cachedTokens;
    this.#continue([row]);
  }

  add(batch: Batch): void {
    for (const [place, { tokens }] of this.#search.running.entries()) {
      const position = this.#prepared.prompt.length + tokens.length - 1;
      const token = tokens.at(-1) ?? 0;
      const { sequence } = this.#beams[place]!;
      batch.add({ tokens: Int32Array.of(token), position, sequences: [sequence], wanted: () => true });
    }
  }

  advance(rows: StepRows): void {
    this.#continue(this.#beams.map((_, place) => rows(place)));
  }

  /** Nothing is certain before the end. */
  takeDelta(): string {
    if (!this.isFinished || this.#told) return '';
    this.#told = true;
    return this.#finishedText().takeDelta();
  }

  response(): GenerateResponse {
    return this.#finishedText().response();
  }

  [Symbol.dispose](): void {}

  #finishedText(): GrowingText {
    const { vocabulary } = this.#options;
    const text = new GrowingText(this.#prepared, { vocabulary, cachedTokens: this.#cachedTokens });
    for (const token of this.#search.best?.tokens ?? []) text.advance(token);
    return text;
  }

  #continue(rows: readonly LogitsRow[]): void {
    const { running } = this.#search;
    const scores = rows.map(({ values }, parent) => this.#logProbabilities(values, running[parent]!.tokens));
    const before = this.#beams;
    this.#search.advance(this.#candidates(scores, before));
    if (!this.isFinished) this.#place(before);
  }

  /** The most probable continuations of all beams, so many that as many as there are beams are not finished, if there are. */
  #candidates(scores: readonly Float32Array[], before: readonly Beam[]): readonly BeamCandidate[] {
    const { beams, vocabulary } = this.#options;
    for (let count = Math.max(2, 1 + vocabulary.endTokens.length) * beams.count; ; count *= 4) {
      const candidates = this.#best(scores, count).map((candidate) => ({
        ...candidate,
        isFinished: this.#isFinished(candidate, before),
      }));
      const left = candidates.filter(({ isFinished }) => !isFinished).length;
      if (left >= beams.count || count >= vocabulary.size || this.#isLast) return candidates;
    }
  }

  #best(scores: readonly Float32Array[], count: number): readonly Omit<BeamCandidate, 'isFinished'>[] {
    const all = scores.flatMap((values, parent) => {
      const { tokens, logProbability } = this.#search.running[parent]!;
      return topTokens(values, count).map(({ token, value }) => ({
        parent,
        tokens: [...tokens, token],
        logProbability: logProbability + value,
      }));
    });
    return all.toSorted((a, b) => b.logProbability - a.logProbability).slice(0, count);
  }

  /** The next token is the last that the limit allows. */
  get #isLast(): boolean {
    return (this.#search.running[0]?.tokens.length ?? 0) + 1 >= this.#prepared.maxTokens;
  }

  /** transformers makes log-probabilities first and lets the processors change those. */
  #logProbabilities(row: Float32Array, tokens: readonly number[]): Float32Array {
    const { reader, processors } = this.#options;
    const sum = reader.logSumExp(row, argMax(row));
    for (let token = 0; token < row.length; token += 1) row[token] = (row[token] ?? 0) - sum;
    if (processors.length === 0) return row;
    const history = new TokenHistory(this.#prepared.prompt, tokens);
    for (const process of processors) process(row, history);
    return row;
  }

  #isFinished({ tokens, parent }: Omit<BeamCandidate, 'isFinished'>, before: readonly Beam[]): boolean {
    const token = tokens.at(-1) ?? 0;
    const { vocabulary } = this.#options;
    if (tokens.length >= this.#prepared.maxTokens || vocabulary.isEnd(token)) return true;
    return this.#finder(before[parent]!).add(vocabulary.piece(token, { special: true }));
  }

  #finder({ tail }: Beam): StopFinder {
    return new StopFinder(this.#prepared.request.stop, tail);
  }

  /** Gives the running beams their sequences: the first one that continues a beam keeps its sequence, the others get copies. */
  #place(before: readonly Beam[]): void {
    const { context, vocabulary } = this.#options;
    const { running } = this.#search;
    const parents = new Set(running.map(({ parent }) => parent));
    const kept = new Set([...parents].map((parent) => before[parent]!.sequence));
    const free = this.sequences.filter((sequence) => !kept.has(sequence));
    for (const sequence of free) context.removeSequence(sequence);
    const taken = new Set<number>();
    this.#beams = running.map(({ parent, tokens }) => {
      const beam = before[parent]!;
      const isFirst = !taken.has(parent);
      taken.add(parent);
      const sequence = isFirst ? beam.sequence : free.pop()!;
      if (!isFirst) context.copySequence(beam.sequence, sequence);
      const finder = this.#finder(beam);
      finder.add(vocabulary.piece(tokens.at(-1) ?? 0, { special: true }));
      return { sequence, tail: finder.tail };
    });
  }
}
