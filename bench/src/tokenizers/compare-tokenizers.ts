import type { TextParts } from '@understudy/engine-onnx';

/** Tokens of some texts by two tokenizers, beside each other. */
export interface TokenizerComparison {
  readonly texts: number;
  readonly tokens: number;
  /** Texts whose tokens differ. */
  readonly different: number;
  /** Those of them that are the same once the token for unknown bytes is left out. */
  readonly onlyUnknown: number;
  /** The first few others: the tokens from the first difference on. */
  readonly examples: readonly { readonly text: string; readonly left: string; readonly right: string }[];
  /** Of each, in encoding. */
  readonly tokensPerSecond: readonly [left: number, right: number];
}

const EXAMPLES = 5;
const SHOWN_TOKENS = 6;

/** Encodes texts with both. `unknown`: the token that only one of them writes for bytes that the vocabulary lacks. */
export async function compareTokenizers(
  [left, right]: readonly [TextParts, TextParts],
  texts: readonly string[],
  unknown: number | undefined,
): Promise<TokenizerComparison> {
  const [a, leftSpeed] = await encode(left, texts);
  const [b, rightSpeed] = await encode(right, texts);
  const pairs = texts.map((text, i) => ({ text, left: a[i] ?? [], right: b[i] ?? [] }));
  const different = pairs.filter((pair) => !areEqual(pair.left, pair.right));
  const others = different.filter((pair) => !areEqual(without(pair.left, unknown), without(pair.right, unknown)));
  return {
    texts: texts.length,
    tokens: a.reduce((sum, tokens) => sum + tokens.length, 0),
    different: different.length,
    onlyUnknown: different.length - others.length,
    examples: others.slice(0, EXAMPLES).map((pair) => {
      const start = pair.left.findIndex((token, i) => token !== pair.right[i]);
      const shown = (tokens: readonly number[]): string => tokens.slice(start, start + SHOWN_TOKENS).join(' ');
      return { text: pair.text, left: shown(pair.left), right: shown(pair.right) };
    }),
    tokensPerSecond: [leftSpeed, rightSpeed],
  };
}

async function encode({ tokenizer }: TextParts, texts: readonly string[]) {
  const start = performance.now();
  const encoded = (await tokenizer.encode(texts, { addSpecial: true })).map((tokens) => [...tokens]);
  const seconds = (performance.now() - start) / 1000;
  return [encoded, encoded.reduce((sum, tokens) => sum + tokens.length, 0) / seconds] as const;
}

function without(tokens: readonly number[], unknown: number | undefined): readonly number[] {
  return tokens.filter((token) => token !== unknown);
}

function areEqual(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((token, i) => token === b[i]);
}
