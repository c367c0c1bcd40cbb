import type { ArenaStore, Assignment, ConversationTurn } from '@understudy/store';
import { hashSecret, isSame } from '../access/secret.js';
import type { ModelDirectory } from '../arena/model-directory.js';
import { ApiError } from '../http/api-error.js';
import { answerTurn, type TurnSide } from './answer-turn.js';
import { CONVERSATION_MS, TURN_LIMIT, TURNS_AT_ONCE, TURNS_WAITING } from './free-limits.js';
import type { FreeMessage, FreeModel } from './free-model.js';
import { TurnStream } from './turn-stream.js';
import { WaitingRoom } from './waiting-room.js';

/** What conversations need. */
export interface ConversationsOptions {
  readonly store: ArenaStore;
  readonly directory: ModelDirectory;
  readonly models: readonly FreeModel[];
  readonly now: () => number;
  readonly tickMs: number;
  /** Ends answers that are being written. */
  readonly signal: AbortSignal | undefined;
  readonly onError: (error: unknown) => void;
}

interface Conversation {
  readonly assignment: Assignment;
  /** Undefined after a restart: then the session alone says whose it is. */
  readonly tokenHash: string | undefined;
  turns: readonly ConversationTurn[];
  readonly streams: Map<number, TurnStream>;
  isAnswering: boolean;
  /** It was voted on. */
  hasEnded: boolean;
}

interface Pair {
  readonly first: TurnSide;
  readonly second: TurnSide;
}

const refuse = (code: string, message: string): ApiError => new ApiError({ status: 409, code, message });

/** The free conversations that go on now. What was said is in the store; here is what is being said. */
export class Conversations {
  readonly #options: ConversationsOptions;
  readonly #models: ReadonlyMap<string, FreeModel>;
  readonly #known = new Map<string, Conversation>();
  readonly #room = new WaitingRoom({ places: TURNS_AT_ONCE, length: TURNS_WAITING });

  constructor(options: ConversationsOptions) {
    this.#options = options;
    this.#models = new Map(options.models.map((model) => [model.versionId, model]));
  }

  /** Ids of the models that can answer. */
  get versionIds(): readonly string[] {
    return [...this.#models.keys()];
  }

  /** Takes up a pair that was given, with what was said before an undo. */
  start(assignment: Assignment, tokenHash: string, turns: readonly ConversationTurn[] = []): void {
    this.#keep({ assignment, tokenHash, turns, hasEnded: false });
  }

  /** The vote was cast: nothing more is said. */
  end(assignmentId: string): void {
    const known = this.#known.get(assignmentId);
    if (known === undefined) return;
    known.hasEnded = true;
    known.turns = [];
    known.streams.clear();
  }

  /** Throws `ApiError` while answers are still coming. */
  requireQuiet(assignmentId: string): void {
    if (this.#known.get(assignmentId)?.isAnswering !== true) return;
    throw refuse('still-answering', 'The answers are still being written.');
  }

  /** Asks both models. Returns the number of the turn; the answers come by its stream. */
  async ask(call: { id: string; annotatorId: string; token: string; prompt: string }): Promise<number> {
    const conversation = await this.#own(call);
    const { tokenHash, turns, streams } = conversation;
    if (tokenHash !== undefined && !isSame(tokenHash, hashSecret(call.token))) throw ApiError.notFound('conversation');
    if (conversation.isAnswering) throw refuse('still-answering', 'The answers are still being written.');
    if (turns.length >= TURN_LIMIT)
      throw refuse('conversation-full', `A conversation has at most ${TURN_LIMIT} turns.`);
    if (this.#room.isFull) {
      throw new ApiError({
        status: 429,
        code: 'models-busy',
        message: 'Too many questions are waiting.',
        retryAfterMs: 10_000,
      });
    }
    conversation.isAnswering = true;
    const sides = await this.#sides(conversation, call.prompt).catch((error: unknown) => {
      conversation.isAnswering = false;
      throw error;
    });
    const number = turns.length + 1;
    const stream = new TurnStream();
    streams.set(number, stream);
    void this.#answer(conversation, { ...sides, number, prompt: call.prompt, stream });
    return number;
  }

  /** The stream of a turn. Throws `ApiError` when there is none. */
  async stream(call: { id: string; annotatorId: string; turn: number }): Promise<TurnStream> {
    const stream = (await this.#own(call)).streams.get(call.turn);
    if (stream === undefined) throw ApiError.notFound('turn');
    return stream;
  }

  async #answer(
    conversation: Conversation,
    turn: Pair & { readonly number: number; readonly prompt: string; readonly stream: TurnStream },
  ): Promise<void> {
    const { store, tickMs, signal, onError } = this.#options;
    const { id: assignmentId, swapped } = conversation.assignment;
    const { number, prompt, stream, first, second } = turn;
    try {
      const answered = await this.#room.enter(() => answerTurn({ first, second, swapped, stream, tickMs, signal }));
      const record = { assignmentId, number, prompt, ...answered };
      await store.appendTurn(record);
      conversation.turns = [...conversation.turns, record];
      conversation.isAnswering = false;
      stream.push({ type: 'done', turn: number });
    } catch (error) {
      // Why it failed would tell which model it was.
      if (signal?.aborted !== true) onError(error);
      conversation.isAnswering = false;
      stream.push({ type: 'failed', message: 'This answer failed.' });
    }
  }

  /** Both models with what was said to each. Throws `ApiError` when one of them is not open any more. */
  async #sides({ assignment, turns }: Conversation, prompt: string): Promise<Pair> {
    const { directory } = this.#options;
    const sideOf = async (versionId: string, side: 'first' | 'second'): Promise<TurnSide> => {
      const model = this.#models.get(versionId);
      if (model === undefined)
        throw refuse('models-gone', 'This pair can no longer answer. Begin another conversation.');
      const said = turns.flatMap((turn): FreeMessage[] => [
        { role: 'user', content: turn.prompt },
        { role: 'assistant', content: turn[side] },
      ]);
      const messages: readonly FreeMessage[] = [...said, { role: 'user', content: prompt }];
      return { model, names: await directory.namesOf(versionId), messages };
    };
    return {
      first: await sideOf(assignment.firstVersionId, 'first'),
      second: await sideOf(assignment.secondVersionId, 'second'),
    };
  }

  /** A person's own conversation; one that a restart made us forget is read again. */
  async #own({ id, annotatorId }: { id: string; annotatorId: string }): Promise<Conversation> {
    const known = this.#known.get(id) ?? (await this.#read(id));
    if (known === undefined || known.assignment.annotatorId !== annotatorId) throw ApiError.notFound('conversation');
    if (known.hasEnded) throw refuse('conversation-ended', 'This conversation was voted on. Begin another.');
    if (known.assignment.expiresAt <= this.#options.now()) {
      throw new ApiError({
        status: 410,
        code: 'assignment-expired',
        message: 'The time for this conversation is over.',
      });
    }
    return known;
  }

  async #read(id: string): Promise<Conversation | undefined> {
    const { store } = this.#options;
    const given = await store.getAssignment(id);
    if (given === undefined || given.assignment.itemNumber !== null) return undefined;
    const { assignment, isOpen } = given;
    const turns = await store.turns(id);
    // Somebody else may have asked for it meanwhile.
    return this.#known.get(id) ?? this.#keep({ assignment, tokenHash: undefined, turns, hasEnded: !isOpen });
  }

  #keep(begun: Pick<Conversation, 'assignment' | 'tokenHash' | 'turns' | 'hasEnded'>): Conversation {
    this.#forgetOld();
    const conversation = { ...begun, streams: new Map(), isAnswering: false };
    this.#known.set(begun.assignment.id, conversation);
    return conversation;
  }

  #forgetOld(): void {
    const { now } = this.#options;
    for (const [id, { assignment, isAnswering }] of this.#known) {
      if (!isAnswering && assignment.issuedAt + CONVERSATION_MS < now()) this.#known.delete(id);
    }
  }
}
