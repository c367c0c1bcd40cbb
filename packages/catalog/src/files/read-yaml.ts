import { readFile } from 'node:fs/promises';
import { parse, YAMLParseError } from 'yaml';
import { contentHash, readParsedFiles, type ParsedFiles } from './parsed-files.js';

/** Makes the error of a file that can't be used. */
export type FileError = (path: string, problem: string) => Error;

let prepared: Promise<ParsedFiles> | undefined;

/**
 * What a YAML file of the catalog says. A file with the bytes that the build has seen is not parsed again, so a file that somebody changes
 * counts at once. What it returns is shared, and not to be changed. Throws what `toError` makes of a text that is no YAML, with line and column.
 */
export async function readYaml(
  path: string,
  toError: FileError,
  known: Promise<ParsedFiles> = (prepared ??= readParsedFiles()),
): Promise<unknown> {
  const [bytes, parsed] = await Promise.all([readFile(path), known]);
  return parsed[contentHash(bytes)] ?? parseYaml(bytes, path, toError);
}

function parseYaml(bytes: Buffer, path: string, toError: FileError): unknown {
  try {
    return parse(bytes.toString('utf8'));
  } catch (error) {
    if (error instanceof YAMLParseError) throw toError(path, error.message);
    throw error;
  }
}
