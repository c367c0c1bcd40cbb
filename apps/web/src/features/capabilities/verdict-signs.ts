import type { CapabilityVerdict } from './calls.js';

/** Filled where intervals tell, hollow where only the printed numbers do. */
export const VERDICT_SIGNS = {
  above: '▲',
  'within-noise': '≈',
  below: '▼',
  'higher-as-published': '△',
  'lower-as-published': '▽',
  'equal-as-published': '=',
  'unknown-error': '?',
} as const satisfies Readonly<Record<CapabilityVerdict['kind'], string>>;

/** What a verdict comes to, for its colour. */
export function leaning({ kind }: CapabilityVerdict): 'better' | 'worse' | 'neither' {
  if (kind === 'above' || kind === 'higher-as-published') return 'better';
  return kind === 'below' || kind === 'lower-as-published' ? 'worse' : 'neither';
}
