export { combined, digest, short, textDigest, tokenDigest, type TokenWindow } from './parity/digests.js';
export {
  readRequestFixture,
  type DigestColumns,
  type FirstDocument,
  type RequestFixture,
  type TaskRequests,
  type TokenEntry,
} from './parity/request-fixture.js';
export {
  readScoreFixture,
  type GenerationEntry,
  type LogLikelihoodEntry,
  type ReferenceRow,
  type RollingEntry,
  type ScoreFixture,
  type ScoreFixtureSample,
} from './parity/score-fixture.js';
