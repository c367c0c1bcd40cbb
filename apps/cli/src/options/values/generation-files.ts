import { readFileSync } from 'node:fs';
import { UsageError } from '../../errors/usage-error.js';
import type { Messages } from '../../messages/messages.js';

/** Arguments of generation that may be given as files; the names are those of llama.cpp's options. */
const FILES: Readonly<Record<string, string>> = { grammar_file: 'grammar', json_schema_file: 'json_schema' };

/**
 * Arguments of generation with the content of files in place of their paths, so that answers are kept by the content. Raises
 * `UsageError` for a file that cannot be read.
 */
export function readGenerationFiles(
  given: Readonly<Record<string, unknown>>,
  messages: Messages,
): Readonly<Record<string, unknown>> {
  const entries = Object.entries(given).map(([key, value]) => {
    const name = FILES[key];
    return name === undefined ? [key, value] : [name, readText(`${key}=${String(value)}`, String(value), messages)];
  });
  return Object.fromEntries(entries) as Readonly<Record<string, unknown>>;
}

/** The text of a file that an option names. Raises `UsageError`. */
export function readText(option: string, path: string, { errors }: Messages): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UsageError({ message: errors.fileUnreadable(option), hint: errors.seeHelp, values: { path }, cause });
  }
}
