import { native } from './native.js';
import { PINNED_BUILD } from './pinned-build.js';

/** Which build of llama.cpp computes here. */
export interface LlamaBuild {
  /** Release of llama.cpp, e.g. `v0.5.0`. */
  readonly version: string;
  /** Commit of ggml. */
  readonly commit: string;
  /** CPU library in use, e.g. `haswell`. Results may differ between variants in the last digits. */
  readonly cpuVariant: string;
}

/** The build of llama.cpp in use; loads the library and checks it against the pin. */
export function llamaBuild(): LlamaBuild {
  return { version: PINNED_BUILD.release, commit: PINNED_BUILD.ggmlCommit, cpuVariant: native().cpu().variant };
}
