import type { DatabasePlace } from '../open-database.js';

/** The place that a test's program was given as an argument: a URL or a path. */
export function placeOf(address: string): DatabasePlace {
  return address.startsWith('postgres:') ? { url: address } : { path: address };
}
