/**
 * How far a text has come in a character of UTF-8: bytes that are missing, and what the next one may be (WHATWG Encoding, UTF-8
 * decoder). Overlong forms, surrogates and numbers above U+10FFFF are no characters.
 */
export interface Utf8State {
  readonly missing: number;
  readonly lowest: number;
  readonly highest: number;
}

/** Between characters. */
export const WHOLE: Utf8State = { missing: 0, lowest: 0, highest: 0xff };

/** The state after further bytes; undefined when they are no UTF-8. */
export function utf8After(state: Utf8State, bytes: Uint8Array): Utf8State | undefined {
  let now: Utf8State | undefined = state;
  for (const byte of bytes) {
    now = now.missing === 0 ? first(byte) : following(now, byte);
    if (now === undefined) return undefined;
  }
  return now;
}

function first(byte: number): Utf8State | undefined {
  if (byte < 0x80) return WHOLE;
  if (byte < 0xc2 || byte > 0xf4) return undefined;
  return {
    missing: byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3,
    lowest: byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80,
    highest: byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf,
  };
}

function following({ missing, lowest, highest }: Utf8State, byte: number): Utf8State | undefined {
  if (byte < lowest || byte > highest) return undefined;
  return missing === 1 ? WHOLE : { missing: missing - 1, lowest: 0x80, highest: 0xbf };
}
