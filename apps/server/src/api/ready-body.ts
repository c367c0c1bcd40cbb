import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/** A body that is sent again and again: written, named and compressed once. */
export interface ReadyBody {
  readonly etag: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  /** Made when it is first asked for. */
  readonly gzip: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** Writes a body as JSON. */
export function readyBody(value: unknown): ReadyBody {
  const plain = new TextEncoder().encode(JSON.stringify(value));
  let small: Promise<Uint8Array<ArrayBuffer>> | undefined;
  return {
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    plain,
    gzip: () => (small ??= compress(plain).then((bytes) => new Uint8Array(bytes))),
  };
}

/** Answers with it, compressed for those who take that; with nothing to those who have it already. */
export async function answerReady(body: ReadyBody, request: Request): Promise<Response> {
  const headers = new Headers({
    'Content-Type': 'application/json',
    // Kept by the browser of the person who may see it, and asked for again each time.
    'Cache-Control': 'private, no-cache',
    ETag: body.etag,
    Vary: 'Accept-Encoding',
  });
  if (request.headers.get('if-none-match') === body.etag) return new Response(null, { status: 304, headers });
  const isSmall = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
  if (isSmall) headers.set('Content-Encoding', 'gzip');
  return new Response(isSmall ? await body.gzip() : body.plain, { headers });
}

/** Bodies by what they are made of: each written once, however often it is asked for. */
export class ReadyBodies {
  readonly #ready = new WeakMap<object, ReadyBody>();

  /** The body of a source; made when it is first asked for. */
  of(source: object, make: () => unknown): ReadyBody {
    const known = this.#ready.get(source);
    if (known !== undefined) return known;
    const made = readyBody(make());
    this.#ready.set(source, made);
    return made;
  }
}
