import { parse } from 'yaml';
import { z } from 'zod';

/** Cuts `a=1,b=["x,y"]` at the commas that stand outside of quotes and brackets. */
function splitPairs(text: string): readonly string[] {
  const pieces = text.match(/(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\[[^\]]*\]|\{[^}]*\}|\([^)]*\)|[^,])+/g);
  return pieces ?? [];
}

/** Python's words for nothing and truth, which the reference harness's users write; everything else is read as YAML. */
const PYTHON_WORDS: Readonly<Record<string, unknown>> = { None: null, True: true, False: false };

function parseValue(text: string): unknown {
  if (text in PYTHON_WORDS) return PYTHON_WORDS[text];
  try {
    return parse(text) as unknown;
  } catch {
    return text;
  }
}

function parsePairs(texts: readonly string[], context: z.RefinementCtx): Record<string, unknown> {
  const entries = texts.flatMap(splitPairs).map((pair) => {
    const cut = pair.indexOf('=');
    if (cut < 1) context.addIssue({ code: 'custom', input: pair, message: pair });
    return [pair.slice(0, cut).trim(), parseValue(pair.slice(cut + 1).trim())] as const;
  });
  return Object.fromEntries(entries);
}

/** `key=value,key2=value2`, several such texts, a JSON object, or a mapping of the config file. */
export const keyValues = z.union([
  z.record(z.string(), z.unknown()),
  z.union([z.string(), z.array(z.string())]).transform((value, context) => {
    const given = [value].flat();
    const whole = given.join(' ').trim();
    if (!whole.startsWith('{')) return parsePairs(given, context);
    const object = z.record(z.string(), z.unknown()).safeParse(parseValue(whole));
    if (!object.success) context.addIssue({ code: 'custom', input: whole, message: whole });
    return object.data ?? {};
  }),
]);
