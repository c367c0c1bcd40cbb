import type { Caller } from '../api/api-env.js';

/** Who asks for what is published: somebody who may look, and is nobody in particular. */
export const PUBLISHER: Caller = {
  role: 'viewer',
  annotator: null,
  actor: 'publisher',
  csrf: null,
  sessionHash: null,
};
