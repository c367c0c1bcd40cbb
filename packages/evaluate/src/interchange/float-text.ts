const NAMED: Readonly<Record<string, number>> = { nan: Number.NaN, inf: Infinity, '-inf': -Infinity };

/** The number that Python's `str(float)` printed; the other way round it is `floatRepr`. NaN for anything else. */
export function parseFloatText(text: string): number {
  return NAMED[text] ?? Number(text);
}
