/** What Python's `str` prints for a datetime: `2020-01-31 10:00:00`, with microseconds when there are any, and `+00:00` for UTC. */
export function pythonDatetime(nanoseconds: bigint, isUtc: boolean): string {
  const micros = floorDivide(nanoseconds, 1000n);
  const seconds = floorDivide(micros, 1_000_000n);
  const text = new Date(Number(seconds) * 1000).toISOString().slice(0, 19).replace('T', ' ');
  return `${text}${fraction(micros - seconds * 1_000_000n)}${isUtc ? '+00:00' : ''}`;
}

/** What Python's `str` prints for a date. */
export function pythonDate(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

/** What Python's `str` prints for a time of day. */
export function pythonTime(nanoseconds: bigint): string {
  return pythonDatetime(nanoseconds, false).slice('1970-01-01 '.length);
}

function fraction(micros: bigint): string {
  return micros === 0n ? '' : `.${String(micros).padStart(6, '0')}`;
}

function floorDivide(a: bigint, b: bigint): bigint {
  return a / b - (a % b < 0n ? 1n : 0n);
}
