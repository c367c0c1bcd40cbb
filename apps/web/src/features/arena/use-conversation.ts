import { useEffect, useRef, useState } from 'react';
import { askBoth, type Assignment } from './calls.js';
import { type StreamEvents, streamTurn } from './stream-turn.js';

/** One prompt and both answers to it, as far as they have come. */
export interface Turn {
  readonly prompt: string;
  readonly a: string;
  readonly b: string;
  readonly isStreaming: boolean;
}

/** What is shown of a pair: of a planned study as it was given, in free mode as it grows. */
export interface Conversation {
  readonly turns: readonly Turn[];
  /** Something was answered, and nothing is on its way: a vote is possible. */
  readonly isAnswered: boolean;
  readonly isStreaming: boolean;
  /** The connection was lost; the browser tries again by itself. */
  readonly isInterrupted: boolean;
  readonly hasFailed: boolean;
  readonly error: Error | null;
  readonly ask: (prompt: string) => void;
}

/** What an assignment brings with it; a turn that no answer has come to yet is left out. */
function givenTurns(assignment: Assignment | null): readonly Turn[] {
  if (assignment === null || assignment.answers === null) return [];
  const { a, b } = assignment.answers;
  const prompts = assignment.question?.turns ?? assignment.prompts;
  return prompts.map((prompt, index) => ({ prompt, a: a[index] ?? '', b: b[index] ?? '', isStreaming: false }));
}

/** The turns of an assignment; `ask` adds one, whose answers stream in. */
export function useConversation(assignment: Assignment | null): Conversation {
  const [turns, setTurns] = useState<readonly Turn[]>([]);
  const [isInterrupted, setInterrupted] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const stop = useRef<() => void>(() => undefined);

  // By id: an undone vote gives the same conversation again under another id, with its turns.
  const id = assignment?.id;
  const [shownId, setShownId] = useState(id);
  if (shownId !== id) {
    setShownId(id);
    setTurns(givenTurns(assignment));
    setFailed(false);
    setError(null);
  }
  // Which conversation is on the page; an answer to a question of another one comes too late.
  const current = useRef<string | undefined>(undefined);
  useEffect(() => {
    current.current = id;
    return () => {
      current.current = undefined;
      stop.current();
    };
  }, [id]);

  const last = turns.at(-1);
  const isStreaming = last?.isStreaming === true;
  const replaceLast = (turn: Partial<Turn>): void =>
    setTurns((all) => all.map((each, index) => (index === all.length - 1 ? { ...each, ...turn } : each)));
  const events: StreamEvents = {
    onText: ({ a, b }) => {
      setInterrupted(false);
      replaceLast({ a, b });
    },
    onInterrupted: () => setInterrupted(true),
    onDone: () => replaceLast({ isStreaming: false }),
    onFailed: () => {
      setFailed(true);
      setTurns((all) => all.slice(0, -1));
    },
  };
  return {
    turns,
    isAnswered: turns.length > 0 && !isStreaming,
    isStreaming,
    isInterrupted: isInterrupted && isStreaming,
    hasFailed,
    error,
    ask: (prompt) => {
      if (assignment === null || isStreaming) return;
      setFailed(false);
      setInterrupted(false);
      setError(null);
      setTurns((all) => [...all, { prompt, a: '', b: '', isStreaming: true }]);
      askBoth(assignment, prompt).then(
        (turn) => {
          if (current.current !== assignment.id) return;
          stop.current = streamTurn(assignment.id, turn, events);
        },
        (cause: unknown) => {
          if (current.current !== assignment.id) return;
          setTurns((all) => all.slice(0, -1));
          setError(cause instanceof Error ? cause : new Error(String(cause)));
        },
      );
    },
  };
}
