import type { ServerNames } from './server-names.js';

/** A body of the API, as read from its JSON. */
export type Body = Readonly<Record<string, unknown>>;

/** A request whose answer is published. */
export interface PublishedRequest {
  /** Path and query: `/api/ratings?study=trees`. */
  readonly request: string;
  /** Takes out of the answer what is not to be published. */
  readonly edit?: (body: Body) => Body;
}

/** Asks the server in this process. */
export type Ask = (request: string) => Promise<Body>;

/** What of votes is published. */
export interface PublishOptions {
  /** Ids of studies whose results are published; undefined: all that are closed, and votes from files. */
  readonly studies?: readonly string[] | undefined;
}

/** What rooms are told. */
export interface RoomOptions extends PublishOptions {
  /** Names of servers, the same in all rooms. */
  readonly servers: ServerNames;
}

/** A part of the site: the requests that its pages make. */
export type PublishedRoom = (ask: Ask, options: RoomOptions) => AsyncIterable<PublishedRequest>;

/** A request with a query, whose parts are sorted as the pages look them up. */
export function requestOf(path: string, query: Readonly<Record<string, string | undefined>> = {}): string {
  const parts = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const search = new URLSearchParams(parts);
  search.sort();
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}
