import { totalmem } from 'node:os';
import {
  usedSettings,
  type CallOptions,
  type GenerateRequest,
  type RequestFailure,
  type Tokenizer,
} from '@understudy/core';
import {
  generateEvents,
  longestText,
  prepareRequests,
  type GenerateEvent,
  type Preparation,
  type PreparedRequest,
  type TextMaker,
  type TextVocabulary,
} from '@understudy/engine-llama';
import { emptyPrefix } from '../runtime/kv-prefix.js';
import { KvSlots, kvTokenBytes, type SlotsSize } from '../runtime/kv-slots.js';
import type { ModelGraphs } from '../runtime/model-graphs.js';
import { costModel } from '../score/cost-model.js';
import { PrefixStore } from '../score/prefix-store.js';
import { RowQueue } from '../score/row-queue.js';
import { TreeScorer } from '../score/tree-scorer.js';
import { DecoderSlots } from './decoder-slots.js';
import { EncodedSlots } from './encoded-slots.js';
import { GreedyTexts } from './greedy-texts.js';
import { PrefixedSlots, TOKENS_BETWEEN } from './prefixed-slots.js';
import type { TextSlots } from './text-slots.js';

/** Texts made at a time at most. */
const MOST_TEXTS = 16;
/** Share of the machine's memory that K and V of the texts may take, as long as one fits. */
const MEMORY_SHARE = 1 / 8;
/** Room is made in steps of so many tokens. */
const ROOM_STEP = 256;

/** What texts are made with. */
export interface GeneratorOptions {
  readonly tokenizer: Tokenizer;
  readonly vocabulary: TextVocabulary;
  readonly contextLength: number;
  /** One text at a time, so that its numbers do not depend on the others. */
  readonly deterministic: boolean;
}

/** Generates texts greedily on a model's graphs. */
export class Generator {
  readonly #graphs: ModelGraphs;
  readonly #options: GeneratorOptions;

  constructor(graphs: ModelGraphs, options: GeneratorOptions) {
    this.#graphs = graphs;
    this.#options = options;
  }

  /** What happens while requests are answered; a request that is to be decoded in another way fails. `deltas` yields text as it becomes certain. */
  events(
    requests: AsyncIterable<GenerateRequest>,
    { signal }: CallOptions,
    { deltas }: { readonly deltas: boolean },
  ): AsyncGenerator<GenerateEvent, void, undefined> {
    const { head, encoder, counters } = this.#graphs;
    const { tokenizer, vocabulary, contextLength } = this.#options;
    const preparations = prepareRequests(requests, {
      tokenizer,
      contextLength,
      promptIsApart: encoder !== undefined,
      counters,
    });
    const makeSlots = this.#slotMaker(signal);
    const makeTexts = async (waiting: readonly PreparedRequest[]): Promise<TextMaker> =>
      new GreedyTexts({ head, slots: makeSlots(this.#slotsFor(longestText(waiting))), counters, vocabulary, deltas });
    return generateEvents(greedyOnly(preparations), { makeTexts, counters, signal });
  }

  /** What makes room for so many texts of so many tokens. */
  #slotMaker(signal: AbortSignal | undefined): (size: SlotsSize) => TextSlots {
    const { model, body, head, encoder, counters } = this.#graphs;
    const { layers } = model;
    if (encoder !== undefined && model.encoder !== undefined) {
      const { startToken, seenBy } = model.encoder;
      if (seenBy === 'self-attention') {
        return ({ count, room }) => {
          const slots = new KvSlots(layers, { count, room: room + TOKENS_BETWEEN });
          return new PrefixedSlots({ body, encoder, startToken, slots, counters });
        };
      }
      const empty = emptyPrefix(layers);
      return (size) => {
        const [slots, contexts] = [new KvSlots(layers, size), new KvSlots(layers, size)];
        return new EncodedSlots({ body, encoder, startToken, empty, slots, contexts, counters });
      };
    }
    // Prompts have no rows to be scored.
    const queue = new RowQueue(head, { embeddingLength: model.embeddingLength, batchRows: 1, fullOnly: true });
    const scorer = new TreeScorer({ body, queue, costs: costModel(model), counters, signal });
    const prefixes = new PrefixStore(scorer, layers);
    const onlyKnownPrefixes = this.#options.deterministic;
    return (size) =>
      new DecoderSlots({ body, scorer, prefixes, slots: new KvSlots(layers, size), counters, onlyKnownPrefixes });
  }

  /** As many texts as memory allows. */
  #slotsFor(longest: number): SlotsSize {
    const room = Math.ceil(longest / ROOM_STEP) * ROOM_STEP;
    const { model, encoder } = this.#graphs;
    const tokenBytes = kvTokenBytes(model.layers) * (encoder === undefined ? 1 : 2);
    const affordable = Math.floor((totalmem() * MEMORY_SHARE) / (room * tokenBytes));
    const count = this.#options.deterministic ? 1 : Math.max(1, Math.min(MOST_TEXTS, affordable));
    return { count, room };
  }
}

async function* greedyOnly(preparations: AsyncIterable<Preparation>): AsyncGenerator<Preparation, void, undefined> {
  for await (const one of preparations) {
    const settings = one.kind === 'failed' ? [] : usedSettings(one.prepared.request);
    if (one.kind === 'failed' || settings.length === 0) yield one;
    else yield { kind: 'failed', failure: refusal(one.prepared.request.id, settings) };
  }
}

function refusal(id: number, settings: readonly string[]): RequestFailure {
  const message = `The onnx engine always takes the most probable token; it does not decode with ${settings.join(', ')}. Use --engine llama.`;
  return { status: 'error', id, code: 'capability', message };
}
