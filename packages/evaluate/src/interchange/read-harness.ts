import { readFile } from 'node:fs/promises';
import { DataError } from '@understudy/core';
import { z } from 'zod';
import { type HarnessResults, type HarnessSample, resultsSchema, sampleSchema } from './harness-schema.js';
import { parsePythonJson } from './parse-python-json.js';
import { readLines } from './read-lines.js';

/** A results file, parsed, with its text. Throws `DataError` (`harness-file-malformed`, `harness-file-unexpected`). */
export async function readHarnessResults(
  file: string,
): Promise<{ readonly results: HarnessResults; readonly text: string }> {
  const text = await readFile(file, 'utf8');
  return { results: check(resultsSchema, parsePythonJson(text, file), file), text };
}

/** A line of a samples file, parsed, with its text. */
export interface HarnessLine {
  readonly sample: HarnessSample;
  readonly text: string;
}

/** The lines of a samples file, one by one. Throws `DataError` as `readHarnessResults` does, with the line's number. */
export async function* readHarnessSamples(file: string): AsyncGenerator<HarnessLine, void, undefined> {
  let number = 0;
  for await (const text of readLines(file)) {
    number += 1;
    if (text.trim() === '') continue;
    const place = `${file}, line ${number}`;
    yield { sample: check(sampleSchema, parsePythonJson(text, place), place), text };
  }
}

function check<T>(schema: z.ZodType<T>, value: unknown, place: string): T {
  const { data, error } = schema.safeParse(value);
  if (data !== undefined) return data;
  throw new DataError({
    code: 'harness-file-unexpected',
    message: `${place} is not what lm-evaluation-harness 0.4.12 writes: ${z.prettifyError(error!)}`,
    hint: 'Files of much older versions, and of other tools, cannot be imported.',
    values: { place },
  });
}
