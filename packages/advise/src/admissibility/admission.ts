import type { Needs } from '../needs/needs.js';
import type { Finding } from './finding.js';

/** Whether a model may be considered: all needs are met; one is broken; or none is broken but a fact is not known. */
export type Admission = 'admissible' | 'excluded' | 'not-known';

/** The admission that findings come to. A fact that is not known neither admits nor excludes, unless the needs say so. */
export function admissionOf(findings: readonly Finding[], { unknown }: Pick<Needs, 'unknown'>): Admission {
  if (findings.some(({ outcome }) => outcome === 'broken')) return 'excluded';
  if (!findings.some(({ outcome }) => outcome === 'unknown')) return 'admissible';
  switch (unknown) {
    case 'separate':
      return 'not-known';
    case 'admit':
      return 'admissible';
    case 'exclude':
      return 'excluded';
    default:
      return unknown satisfies never;
  }
}
