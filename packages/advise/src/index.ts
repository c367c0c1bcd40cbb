export type { Candidate } from './candidates/candidate.js';
