import { createHash } from 'node:crypto';
import type { JsonObject } from '../run.js';

/** SHA-256 (hexadecimal) of a task's configuration as JSON with sorted keys: equal for equal configurations, however they are written. */
export function configHash(config: JsonObject): string {
  return createHash('sha256').update(canonicalJson(config)).digest('hex');
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => (isPlainObject(item) ? sorted(item) : item));
}

function isPlainObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(object: JsonObject): JsonObject {
  // By UTF-16 code units: the same on every machine.
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}
