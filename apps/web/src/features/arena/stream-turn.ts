/** What a stream of two answers tells. */
export interface StreamEvents {
  /** Both texts so far. */
  readonly onText: (texts: { readonly a: string; readonly b: string }) => void;
  readonly onInterrupted: () => void;
  readonly onDone: () => void;
  readonly onFailed: () => void;
}

/** How often the page is drawn anew while answers come in; both sides at the same moment. */
const DRAW_EVERY_MS = 80;

interface Delta {
  readonly side: 'a' | 'b';
  readonly text: string;
}

/**
 * Listens to a turn's answers; gives how to stop. The server numbers its events and sends a turn from its beginning, however late one
 * comes: after a lost connection the browser connects again by itself and says up to where it has them.
 */
export function streamTurn(assignmentId: string, turn: number, events: StreamEvents): () => void {
  const source = new EventSource(`/api/assignments/${encodeURIComponent(assignmentId)}/stream?turn=${turn}`);
  let texts = { a: '', b: '' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const draw = (): void => {
    timer = undefined;
    events.onText(texts);
  };
  const stop = (): void => {
    clearTimeout(timer);
    source.close();
  };
  source.addEventListener('delta', (event: MessageEvent<string>) => {
    const delta = JSON.parse(event.data) as Delta;
    texts = { ...texts, [delta.side]: texts[delta.side] + delta.text };
    timer ??= setTimeout(draw, DRAW_EVERY_MS);
  });
  source.addEventListener('done', () => {
    stop();
    events.onText(texts);
    events.onDone();
  });
  source.addEventListener('failed', () => {
    stop();
    events.onFailed();
  });
  source.addEventListener('error', () => {
    // Closed for good: the server refused the stream. Otherwise the browser is connecting again.
    if (source.readyState === EventSource.CLOSED) {
      stop();
      events.onFailed();
    } else events.onInterrupted();
  });
  return stop;
}
