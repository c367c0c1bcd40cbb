import type { Interrupts } from '../terminal/interrupts.js';
import type { Language, Messages } from '../messages/messages.js';

/** What every command gets from the program. */
export interface CommandContext {
  readonly messages: Messages;
  readonly language: Language;
  readonly verbose: boolean;
  readonly version: string;
  /** The command line as it could be typed again. */
  readonly commandLine: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadStream;
  /** Results go here. */
  readonly stdout: NodeJS.WriteStream;
  /** Progress, notices and errors go here. */
  readonly stderr: NodeJS.WriteStream;
  /** Aborted by the first Ctrl-C or a termination signal that nothing else claims. */
  readonly signal: AbortSignal;
  readonly interrupts: Pick<Interrupts, 'claim' | 'interrupt'>;
}
