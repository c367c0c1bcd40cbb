import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A file of the loopback hub, and how it is served. */
export interface ServedFile {
  readonly bytes: Buffer;
  readonly etag?: string | undefined;
  /** Say in the listing that this is its SHA-256, as the hub does for large files. */
  readonly sha256?: string | undefined;
  /** Called for each request of the file; may answer itself, and then returns true. */
  readonly intercept?: ((request: IncomingMessage, response: ServerResponse, count: number) => boolean) | undefined;
}

/** A request the loopback hub has got. */
export interface SeenRequest {
  readonly path: string;
  readonly range: string | undefined;
  readonly authorization: string | undefined;
}

export const LOOPBACK_COMMIT = '0123456789abcdef0123456789abcdef01234567';

/**
 * A data hub on the loopback with one repository at one commit: its info, its listing, and its files with `Range`, `If-Range` and
 * `ETag`. For tests of what a hub may do wrong.
 */
export class LoopbackHub implements AsyncDisposable {
  readonly files: Map<string, ServedFile>;
  readonly seen: SeenRequest[] = [];
  readonly #server = createServer((request, response) => this.#answer(request, response));
  readonly #counts = new Map<string, number>();

  private constructor(files: Readonly<Record<string, ServedFile>>) {
    this.files = new Map(Object.entries(files));
  }

  /** Files by path inside the repository. */
  static async start(files: Readonly<Record<string, ServedFile>>): Promise<LoopbackHub> {
    const hub = new LoopbackHub(files);
    await new Promise<void>((resolve) => hub.#server.listen(0, '127.0.0.1', resolve));
    return hub;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Requests of files, in order. */
  get downloads(): readonly SeenRequest[] {
    return this.seen.filter((request) => request.path.includes('/resolve/'));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = decodeURIComponent(new URL(request.url ?? '/', this.endpoint).pathname);
    this.seen.push({ path, range: request.headers.range, authorization: request.headers.authorization });
    const file = /\/resolve\/[^/]+\/(?<file>.+)$/.exec(path)?.groups?.['file'];
    if (file !== undefined) {
      this.#sendFile(file, request, response);
    } else if (/^\/api\/.*\/revision\//.test(path)) {
      sendJson(response, { id: 'owner/name', sha: LOOPBACK_COMMIT, lastModified: '2026-01-01T00:00:00.000Z' });
    } else if (/^\/api\/.*\/tree\//.test(path)) {
      sendJson(
        response,
        Array.from(this.files, ([name, { bytes, sha256 }]) => ({
          type: 'file',
          path: name,
          size: bytes.byteLength,
          oid: '0'.repeat(40),
          ...(sha256 ? { lfs: { oid: sha256, size: bytes.byteLength, pointerSize: 130 } } : {}),
        })),
      );
    } else {
      response.writeHead(404, { 'X-Error-Code': 'RepoNotFound' }).end();
    }
  }

  #sendFile(name: string, request: IncomingMessage, response: ServerResponse): void {
    const file = this.files.get(name);
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    if (file?.intercept?.(request, response, count)) {
      return;
    }
    if (file === undefined) {
      response.writeHead(404, { 'X-Error-Code': 'EntryNotFound' }).end();
      return;
    }
    sendRange(file, request, response);
  }
}

/** Sends a file, or the range asked for when `If-Range` allows it; after `sendOnly` bytes of it nothing more comes. */
export function sendRange(
  { bytes, etag }: Pick<ServedFile, 'bytes' | 'etag'>,
  request: IncomingMessage,
  response: ServerResponse,
  sendOnly = Infinity,
): void {
  const condition = request.headers['if-range'];
  const asked = condition === undefined || condition === etag ? request.headers.range : undefined;
  const start = Number(/^bytes=(\d+)-$/.exec(asked ?? '')?.[1] ?? 0);
  const body = bytes.subarray(start);
  response.writeHead(asked === undefined ? 200 : 206, {
    'Content-Length': body.byteLength,
    ...(etag ? { ETag: etag } : {}),
    ...(asked === undefined ? {} : { 'Content-Range': `bytes ${start}-${bytes.byteLength - 1}/${bytes.byteLength}` }),
  });
  if (body.byteLength <= sendOnly) {
    response.end(body);
  } else {
    response.write(body.subarray(0, sendOnly));
  }
}

function sendJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
