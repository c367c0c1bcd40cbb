import { RequestError } from './request-error.js';

/** Beside the page: which requests were published, each with the file that has its answer. */
const INDEX = './data/index.json';

/** What the exporter writes there. */
interface PublishedIndex {
  readonly version: 1;
  /** File in `data/` by request: path, and query sorted by name. */
  readonly requests: Readonly<Record<string, string>>;
}

let index: Promise<PublishedIndex> | undefined;

/** The request as the index names it. */
function requestName(url: URL): string {
  const query = new URLSearchParams(url.search);
  query.sort();
  const text = query.toString();
  return text === '' ? url.pathname : `${url.pathname}?${text}`;
}

async function readIndex(): Promise<PublishedIndex> {
  const response = await fetch(INDEX);
  if (!response.ok) throw new Error(`${INDEX}: ${response.status}`);
  return (await response.json()) as PublishedIndex;
}

/**
 * Answers a request from what was published with the pages. Throws `RequestError`: `not-published` for what was not, `needs-server` for
 * what changes something, `no-answer` where the files do not come.
 */
export async function askPublished(input: RequestInfo | URL, init: RequestInit): Promise<Response> {
  const address = input instanceof Request ? input.url : String(input);
  if ((init.method ?? 'GET').toUpperCase() !== 'GET') {
    throw new RequestError({ status: 405, code: 'needs-server', message: 'Published pages change nothing.' });
  }
  let file: string | undefined;
  try {
    index ??= readIndex();
    file = (await index).requests[requestName(new URL(address, 'http://published'))];
    if (file !== undefined) return await fetch(`./data/${file}`, { signal: init.signal ?? null });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    index = undefined;
    throw new RequestError({ status: 0, code: 'no-answer', message: 'No answer came.' });
  }
  throw new RequestError({ status: 404, code: 'not-published', message: 'This was not published.' });
}
