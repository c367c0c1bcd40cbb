import type { EngineInfo } from '@understudy/core';
import type { RunEvent } from '@understudy/evaluate';
import type { Messages } from '../../messages/messages.js';
import { formatCount } from '../../terminal/format-count.js';
import type { ProgressDisplay } from '../../terminal/progress-display.js';
import { progressLine } from '../../terminal/progress-line.js';
import { promptText } from './prompt-text.js';
import { runProgressLine, type RunStart } from './run-progress-line.js';

/** Where a run is shown, and how. */
export interface EventViewOptions {
  readonly display: ProgressDisplay;
  readonly messages: Messages;
  /** `--write_out` */
  readonly showsPrompts: boolean;
  /** Milliseconds. */
  readonly now?: () => number;
}

/** Shows the events of one run as progress and notes. */
export class EventView {
  readonly #display: ProgressDisplay;
  readonly #messages: Messages;
  readonly #now: () => number;
  readonly #openedAt: number;
  readonly #showsPrompts: boolean;
  #start: RunStart = { stored: 0, elapsedMs: 0 };
  #task = '';
  /** Documents of the run, for the last word when it is stopped. */
  total = 0;

  constructor({ display, messages, showsPrompts, now = performance.now.bind(performance) }: EventViewOptions) {
    this.#display = display;
    this.#messages = messages;
    this.#showsPrompts = showsPrompts;
    this.#now = now;
    this.#openedAt = now();
  }

  show(event: RunEvent): void {
    switch (event.type) {
      case 'model-progress':
        return this.#display.update(progressLine(event.progress));
      case 'engine-opened':
        return this.#showEngine(event.purpose, event.info, event.reason);
      case 'run-started':
        return this.#begin(event);
      case 'task-started':
        this.#task = event.task;
        if (this.#showsPrompts && event.example !== undefined)
          this.#display.note(promptText(event.task, event.example, this.#messages));
        return;
      case 'task-finished':
        return;
      case 'progress':
        return this.#advance(event);
      case 'notice':
        return this.#display.note(event.message);
      default:
        return event satisfies never;
    }
  }

  #showEngine(purpose: 'scoring' | 'generation', { engine, compute, build, server }: EngineInfo, reason: string): void {
    const texts = this.#messages.eval;
    const name = texts.purpose[purpose];
    if (server === undefined) return this.#display.note(texts.engine(name, engine, compute, build, reason));
    this.#display.note(texts.remoteEngine(name, server.model, server.address, build));
    for (const note of server.notes) this.#display.note(texts.note(note));
  }

  #begin({ runId, isResumed, documents, stored }: Extract<RunEvent, { type: 'run-started' }>): void {
    const texts = this.#messages.eval;
    this.#start = { stored, elapsedMs: this.#now() - this.#openedAt };
    this.total = documents;
    this.#display.note(
      isResumed
        ? texts.resumed(runId, formatCount(documents), formatCount(stored))
        : texts.started(runId, formatCount(documents)),
    );
  }

  #advance(event: Extract<RunEvent, { type: 'progress' }>): void {
    this.total = event.total;
    const name = this.#task === '' ? '' : `${this.#task}  `;
    this.#display.update(`${name}${runProgressLine(event, this.#start, this.#messages)}`);
  }
}
