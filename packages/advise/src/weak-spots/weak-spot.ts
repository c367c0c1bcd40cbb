import type { Area, Contamination } from '@understudy/catalog';
import type { VotedPair } from '../votes/vote-evidence.js';
import type { HeldCondition, NeedName } from '../admissibility/finding.js';

/** What makes the evidence for a model weaker than its numbers look. */
export type WeakSpot =
  /** People who compared answers find it worse than the reference, though by benchmarks it can stand in. */
  | {
      readonly code: 'votes-contradict';
      readonly study: VotedPair['study'];
      readonly winRate: number;
      readonly votes: number;
    }
  /** Half the area's interval is wider than the margin: differences that matter are lost in it. */
  | { readonly code: 'underpowered'; readonly area: Area; readonly halfWidth: number; readonly documents: number }
  /** A source says that the benchmark's data were in the model's training. */
  | { readonly code: 'contaminated'; readonly benchmark: string; readonly contamination: Contamination }
  /** No source says anything of these benchmarks in the model's training. */
  | { readonly code: 'contamination-not-checked'; readonly benchmarks: readonly string[] }
  /** Measured once: what another run would give is not known. */
  | { readonly code: 'single-run'; readonly tasks: readonly string[] }
  /** Fewer documents were asked than the task has. */
  | { readonly code: 'part-of-task'; readonly tasks: readonly string[] }
  /** Documents of the model, or of the reference it is compared with, that no answer came to: the number is over the others alone. */
  | {
      readonly code: 'failed-documents';
      readonly of: 'candidate' | 'reference';
      readonly task: string;
      readonly failed: number;
      /** Documents asked. */
      readonly documents: number;
    }
  | { readonly code: 'other-quantization'; readonly measured: string; readonly deployed: string }
  | { readonly code: 'quantization-unknown' }
  /** A model that was tuned for chats, asked without its template. */
  | { readonly code: 'no-chat-template'; readonly tasks: readonly string[] }
  /** No benchmark of the area is in these languages. */
  | { readonly code: 'languages-not-measured'; readonly area: Area; readonly languages: readonly string[] }
  /** An area is more than one benchmark. */
  | { readonly code: 'one-benchmark'; readonly area: Area; readonly benchmark: string }
  | { readonly code: 'areas-not-measured'; readonly areas: readonly Area[] }
  | { readonly code: 'conditions'; readonly conditions: readonly HeldCondition[] }
  /** It learnt from outputs of a model whose terms limit that. */
  | { readonly code: 'teacher-terms'; readonly teacher: string }
  /** Somebody else runs it by their own terms, and may change it without telling. */
  | { readonly code: 'hosted' }
  | { readonly code: 'licence-unknown' }
  /** Not tuned to follow instructions. */
  | { readonly code: 'base-model' }
  /** Taken as fit although facts are not known. */
  | { readonly code: 'facts-unknown'; readonly needs: readonly NeedName[] };
