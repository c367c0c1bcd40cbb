/**
 * The bytes behind each character of a byte-level token (GPT-2, `bytes_to_unicode`): printable characters of Latin-1 stand for themselves,
 * the other bytes for the characters from U+0100 on, in order.
 */
const BYTE_OF: ReadonlyMap<string, number> = new Map(byteCharacters());

function byteCharacters(): readonly (readonly [string, number])[] {
  const bytes = Array.from({ length: 256 }, (_, byte) => byte);
  const others = bytes.filter((byte) => !isPrintable(byte));
  return bytes.map((byte) => [String.fromCodePoint(isPrintable(byte) ? byte : 0x100 + others.indexOf(byte)), byte]);
}

function isPrintable(byte: number): boolean {
  return (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae;
}

/** How the tokens of a vocabulary write text: bytes as characters, or words with U+2581 for a space and `<0x0A>` for a byte. */
export type TokenWriting = 'byte-level' | 'sentencepiece';

/** The bytes that a token which is no special one stands for. */
export function tokenBytes(token: string, writing: TokenWriting): Uint8Array {
  if (writing === 'byte-level') {
    const bytes = Array.from(token, (character) => BYTE_OF.get(character));
    return Uint8Array.from(bytes.filter((byte) => byte !== undefined));
  }
  const byte = /^<0x(?<byte>[0-9A-F]{2})>$/.exec(token)?.groups?.['byte'];
  return byte === undefined ? Buffer.from(token.replaceAll('\u2581', ' ')) : Uint8Array.of(Number.parseInt(byte, 16));
}
