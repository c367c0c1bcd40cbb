/** A string that names a model, taken apart. */
export type ModelSpec =
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'path'; readonly path: string }
  /** `hf:owner/repo/file.gguf[@revision]` */
  | { readonly kind: 'hub'; readonly repo: string; readonly file: string; readonly revision: string }
  /** `pypi:package[==version]/file.gguf` */
  | { readonly kind: 'package'; readonly package: string; readonly version: string | undefined; readonly file: string };
