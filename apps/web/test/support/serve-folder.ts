import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** A plain server of files, as hosts of static pages are: it knows no page but those that are files. */
export interface ServedFolder extends AsyncDisposable {
  /** Ends in the prefix and a slash. */
  readonly url: string;
  /** Paths that were asked for and are no files. */
  readonly missing: readonly string[];
}

/** Serves a folder under a prefix, `/some/where/`, on a free port. */
export async function serveFolder(folder: string, prefix: string): Promise<ServedFolder> {
  const missing: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://here');
    const path = pathname.startsWith(prefix) ? normalize(pathname.slice(prefix.length)) : '..';
    const file = path === '.' || path === '' ? 'index.html' : path;
    const bytes = file.startsWith('..') ? Promise.reject(new Error('outside')) : readFile(join(folder, file));
    bytes.then(
      (content) => response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'text/plain' }).end(content),
      () => {
        missing.push(pathname);
        response.writeHead(404).end();
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}${prefix}`,
    missing,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
