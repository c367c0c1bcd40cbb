import type { Tokenizer } from '@understudy/core';
import type { Counters } from '@understudy/engine-process';
import type { AppliedAdapter } from '../context/loaded-adapters.js';
import type { Model } from '../context/model.js';
import type { RunSettings } from './run-settings.js';

/** What one call of an engine works with. */
export interface EngineJob {
  readonly model: Model;
  /** A smaller model that drafts texts. */
  readonly draft: Model | undefined;
  /** Laid over the model in each context of the call. */
  readonly adapters: readonly AppliedAdapter[];
  readonly tokenizer: Tokenizer;
  readonly settings: RunSettings;
  readonly counters: Counters;
  readonly signal: AbortSignal | undefined;
}
