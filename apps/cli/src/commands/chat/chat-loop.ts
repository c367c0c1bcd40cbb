import { createInterface } from 'node:readline';
import { refuseAdapters, UnderstudyError, type Adapter, type Engine, type GenerateRequest } from '@understudy/core';
import type { CommandContext } from '../command-context.js';
import { streamAnswer } from './answer.js';
import type { Conversation } from './conversation.js';

/** A conversation in the terminal. */
export interface ChatLoopOptions {
  readonly engine: Engine;
  readonly conversation: Conversation;
  /** How answers are made. */
  readonly choice: Pick<GenerateRequest, 'maxTokens' | 'stop' | 'sampling' | 'decoding'>;
  /** Finds adapters by what the user types: paths or specs, each with an optional scale. */
  readonly findAdapters: (files: readonly string[]) => Promise<readonly Adapter[]>;
  readonly context: CommandContext;
}

/** What the user typed: a command that starts with a slash, or something to be answered. */
type Line =
  | { readonly kind: 'exit' }
  | { readonly kind: 'done' }
  | { readonly kind: 'adapters'; readonly files: readonly string[] }
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
    case '/adapter':
      return { kind: 'adapters', files: argument.split(/\s+/).filter((file) => file !== '') };
    case '/system':
      conversation.reset(argument);
      return tell(texts.system);
    default:
      return tell(texts.unknown(command));
  }
}

/** Lays other adapters over the model from now on; the conversation goes on. What is wrong with them is told, and changes nothing. */
async function changeAdapters(
  files: readonly string[],
  { engine, findAdapters, context }: ChatLoopOptions,
): Promise<readonly Adapter[] | undefined> {
  const { stderr, messages } = context;
  try {
    const found = await findAdapters(files);
    if (!engine.info.capabilities.adapters) refuseAdapters(engine.info, { adapters: found });
    stderr.write(`${messages.chat.adapters(String(found.length))}\n`);
    return found;
  } catch (error) {
    if (!UnderstudyError.isInstance(error)) throw error;
    stderr.write(`${error.message}\n`);
    return undefined;
  }
}

async function answer(
  question: string,
  adapters: readonly Adapter[] | undefined,
  options: ChatLoopOptions,
): Promise<void> {
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
      adapters,
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

/** False when the adapters do not fit the model, which is told; the conversation goes on without them. */
async function isAnswered(
  question: string,
  adapters: readonly Adapter[] | undefined,
  options: ChatLoopOptions,
): Promise<boolean> {
  try {
    await answer(question, adapters, options);
    return true;
  } catch (error) {
    if (adapters === undefined || !UnderstudyError.isInstance(error) || !error.code.startsWith('adapter-')) throw error;
    options.context.stderr.write(`${error.message}\n`);
    return false;
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
  let adapters: readonly Adapter[] | undefined;
  const ask = (): void => (isTerminal ? lines.prompt() : undefined);
  ask();
  for await (const line of lines) {
    const read = readLine(line, options);
    if (read.kind === 'exit') break;
    if (read.kind === 'adapters') adapters = (await changeAdapters(read.files, options)) ?? adapters;
    if (read.kind === 'question' && !(await isAnswered(read.text, adapters, options))) adapters = undefined;
    if (signal.aborted) break;
    ask();
  }
  lines.close();
}
