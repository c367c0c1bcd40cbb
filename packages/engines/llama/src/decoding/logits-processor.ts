import type { TokenHistory } from './token-history.js';

/**
 * Changes the logits of one row in place, before a token is chosen from them (transformers' `LogitsProcessor`). It touches few
 * entries: a pass over a vocabulary costs more in JavaScript than what it decides.
 */
export type LogitsProcessor = (row: Float32Array, history: TokenHistory) => void;
