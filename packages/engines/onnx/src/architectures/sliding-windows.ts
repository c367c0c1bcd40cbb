import type { ModelSource } from './model-source.js';

/** What a file need not say. */
export interface WindowDefaults {
  /** Every so many layers, one sees all tokens. */
  readonly interval: number;
  readonly window?: number;
}

/**
 * The window of each layer of a model in which layers with a window and layers without take turns; no window where a layer sees all
 * tokens. The pattern in a file is an interval, or a flag per layer for those with a window.
 */
export function slidingWindows(source: ModelSource, defaults: WindowDefaults): (layer: number) => number | undefined {
  const window = source.optionalNumber('attention.sliding_window') ?? defaults.window;
  const pattern = source.numberOrFlags('attention.sliding_window_pattern') ?? defaults.interval;
  const hasWindow = (layer: number): boolean | undefined =>
    typeof pattern === 'number' ? (layer + 1) % pattern !== 0 : pattern[layer];
  return (layer) => (hasWindow(layer) ? window || undefined : undefined);
}
