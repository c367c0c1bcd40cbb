import { z } from 'zod';
import { Id, Sources } from '../card/fact.js';

/** What a source says of benchmark data in a model's training. Where no source says anything, the matter is not checked. */
export const Contamination = z.strictObject({
  /** Ids of cards or of external models; what is in the training of a base model holds for what is tuned from it: `contaminationsOf`. */
  models: z.array(Id).min(1),
  /** Id of a benchmark. */
  benchmark: Id,
  /**
   * `trained`: the authors say that its training data were used (its training split, say); `contaminated`: test data, or their texts, were
   * found in the training data or are strongly suspected by a test; `clean`: the authors looked, and
   * found next to nothing or no effect.
   */
  finding: z.enum(['trained', 'contaminated', 'clean']),
  /** What was found, how, and how much. */
  statement: z.string().min(1),
  sources: Sources,
});

/** What a source says of benchmark data in a model's training. */
export type Contamination = z.infer<typeof Contamination>;
