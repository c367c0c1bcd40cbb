/**
 * The build of llama.cpp that this binding mirrors. The prebuilt libraries come from the packages `@node-llama-cpp/*`
 * of one version; a C interface changes without notice between releases, so any other build is refused.
 */
export const PINNED_BUILD = {
  /** Release of llama.cpp, as `_nlcBuildMetadata.json` of the package names it. */
  release: 'v0.5.0',
  /** What `ggml_version()` answers. */
  ggmlVersion: '0.25.1',
  /** What `ggml_commit()` answers: the source of `ggml.h`, `ggml-backend.h` and `llama.h` mirrored here. */
  ggmlCommit: '0ad4a86',
} as const;
