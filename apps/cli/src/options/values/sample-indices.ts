import { readFileSync } from 'node:fs';
import { z } from 'zod';

const indices = z.record(z.string(), z.array(z.number().int().nonnegative()));

/** Reads JSON, given as such or as the name of a file that has it. */
function readJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text.trimStart().startsWith('{') ? text : readFileSync(text, 'utf8')) as unknown;
  } catch (error) {
    context.addIssue({ code: 'custom', input: text, message: String(error) });
    return {};
  }
}

/** Documents by task, `{"arc_easy": [0, 5]}`: JSON, a JSON file, or a mapping of the config file. */
export const sampleIndices = z.union([indices, z.string().transform(readJson).pipe(indices)]);
