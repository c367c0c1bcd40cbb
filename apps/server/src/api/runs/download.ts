import type { SampleFileLine } from '@understudy/evaluate';

/** Lines are sent together up to so many characters: a chunk a line would be slow. */
const CHUNK = 64 * 1024;

/** The headers of a file that is saved; names of tasks may have characters that a header cannot. */
export function downloadHeaders(type: string, name: string): Readonly<Record<string, string>> {
  const plain = name.replaceAll(/[^\w.-]/g, '_');
  return {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  };
}

/** The lines as pieces of a file. */
export async function* linesOf(lines: AsyncIterable<SampleFileLine>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = '';
  for await (const { line } of lines) {
    text += `${line}\n`;
    if (text.length < CHUNK) continue;
    yield encoder.encode(text);
    text = '';
  }
  if (text !== '') yield encoder.encode(text);
}
