import type { Candidate } from '../candidates/candidate.js';
import type { Needs } from '../needs/needs.js';
import type { Finding } from './finding.js';
import type { Footprint } from './footprint.js';

/** What a rule looks at. */
export interface JudgedCandidate {
  readonly candidate: Candidate;
  readonly needs: Needs;
  readonly footprint: Footprint | undefined;
}

/** Judges one need; undefined where nothing was asked. */
export type Rule = (judged: JudgedCandidate) => Omit<Finding, 'need'> | undefined;
