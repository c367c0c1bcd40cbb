import { createInterface } from 'node:readline';
import type { Engine, GenerateRequest } from '@understudy/core';
import type { CommandContext } from '../command-context.js';
import { streamAnswer } from './answer.js';
import type { Conversation } from './conversation.js';

/** A conversation in the terminal. */
export interface ChatLoopOptions {
  readonly engine: Engine;
  readonly conversation: Conversation;
  /** How answers are made. */
  readonly choice: Pick<GenerateRequest, 'maxTokens' | 'stop' | 'sampling' | 'decoding'>;
  readonly context: CommandContext;
}

/** What the user typed: a command that starts with a slash, or something to be answered. */
type Line =
  | { readonly kind: 'exit' }
  | { readonly kind: 'done' }
  | { readonly kind: 'question'; readonly text: string };

/** Does what a command says, and tells of it on stderr. */
function readLine(line: string, { conversation, context }: ChatLoopOptions): Line {
  const { chat: texts } = context.messages;
  const text = line.trim();
  const [, command, argument = ''] = /^(\/\S+)\s*(.*)$/s.exec(text) ?? [];
  const tell = (message: string): Line => {
    context.stderr.write(`${message}\n`);
    return { kind: 'done' };
  };
  switch (command) {
    case undefined:
      return text === '' ? { kind: 'done' } : { kind: 'question', text };
    case '/exit':
      return { kind: 'exit' };
    case '/reset':
      conversation.reset();
      return tell(texts.reset);
    case '/system':
      conversation.reset(argument);
      return tell(texts.system);
    default:
      return tell(texts.unknown(command));
  }
}

async function answer(question: string, options: ChatLoopOptions): Promise<void> {
  const { engine, conversation, choice, context } = options;
  const { messages, stdout, stderr, interrupts } = context;
  if (!conversation.takesQuestion) return void stderr.write(`${messages.chat.singleTurn}\n`);
  const prompt = await conversation.prompt(question);
  if (prompt === undefined) return void stderr.write(`${messages.chat.tooLong}\n`);
  if (prompt.forgotten > 0) stderr.write(`${messages.chat.forgotten(String(prompt.forgotten))}\n`);
  const stop = new AbortController();
  const claim = interrupts.claim(() => stop.abort());
  try {
    const answered = await streamAnswer({
      engine,
      prompt: prompt.prompt,
      choice,
      signal: AbortSignal.any([stop.signal, context.signal]),
      write: (piece) => stdout.write(piece),
    });
    stdout.write('\n');
    if (answered.ending === 'failed') {
      const { code, message } = answered.failure;
      return void stderr.write(`${messages.chat.failed(code, message)}\n`);
    }
    if (answered.ending === 'length') stderr.write(`${messages.chat.cut}\n`);
    conversation.add(question, answered.text);
  } finally {
    claim[Symbol.dispose]();
  }
}

/** Reads lines and answers them until `/exit`, the end of the input, or an interrupt while nothing is being answered. */
export async function chatLoop(options: ChatLoopOptions): Promise<void> {
  const { stdin, stderr, messages, interrupts, signal } = options.context;
  const isTerminal = stdin.isTTY;
  // The prompt goes to stderr, so that a redirected stdout has nothing but answers.
  const lines = createInterface({ input: stdin, output: stderr, terminal: isTerminal, prompt: messages.chat.prompt });
  lines.on('SIGINT', interrupts.interrupt);
  signal.addEventListener('abort', () => lines.close(), { once: true });
  const ask = (): void => (isTerminal ? lines.prompt() : undefined);
  ask();
  for await (const line of lines) {
    const read = readLine(line, options);
    if (read.kind === 'exit') break;
    if (read.kind === 'question') await answer(read.text, options);
    if (signal.aborted) break;
    ask();
  }
  lines.close();
}
