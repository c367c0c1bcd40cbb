import { UserError } from '@understudy/core';
import { RemoteFailure, type RemoteCaller } from '@understudy/engine-http';
import { z } from 'zod';

const size = z.number().positive().nullish().catch(undefined);

/** `GET /models` of OpenAI, with what other servers add. */
const list = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      owned_by: z.string().nullish().catch(undefined),
      /** vLLM, SGLang; others */
      max_model_len: size,
      context_length: size,
      context_window: size,
      /** llama-server */
      meta: z.object({ n_params: size, size: size }).nullish().catch(undefined),
    }),
  ),
});

/** What a server's list says of the model. */
export interface ListedModel {
  readonly model: string;
  /** Who serves it, as the server puts it: `vllm`, `llamacpp`, `openai`. */
  readonly owner: string | undefined;
  readonly contextLength: number | undefined;
  readonly parameters: number | undefined;
  readonly sizeBytes: number | undefined;
}

/** Names shown at the most when one must be chosen. */
const MOST_NAMES = 10;

/**
 * Looks the model up in the server's list. A list that cannot be had is none; a name that is not in it may be another name of one that
 * is. Throws `UserError` `model-not-named` where no name was given and the server has several, `RemoteFailure` for a wrong key or a
 * server that is not there.
 */
export async function findModel(caller: RemoteCaller, name: string | undefined): Promise<ListedModel> {
  const models = await listModels(caller);
  const found = name === undefined && models.length === 1 ? models[0] : models.find(({ id }) => id === name);
  const model = found?.id ?? name;
  if (model === undefined) {
    throw new UserError({
      code: 'model-not-named',
      message: `The server does not say by itself which model is meant: it has ${models.length === 0 ? 'no list of models' : 'several'}.`,
      hint: `Put the name behind a #: http://host:port/v1#NAME${shortList(models.map(({ id }) => id))}`,
    });
  }
  return {
    model,
    owner: found?.owned_by ?? undefined,
    contextLength: found?.max_model_len ?? found?.context_length ?? found?.context_window ?? undefined,
    parameters: found?.meta?.n_params ?? undefined,
    sizeBytes: found?.meta?.size ?? undefined,
  };
}

async function listModels(caller: RemoteCaller): Promise<z.output<typeof list>['data']> {
  try {
    const { value } = await caller.call(
      {
        path: '/models',
        body: undefined,
        promptBytes: 0,
        maxTokens: 0,
        read: (json) => ({ value: list.parse(json).data, usage: undefined, fingerprint: null }),
      },
      { isProbe: true, retries: 1 },
    );
    return value;
  } catch (error) {
    if (error instanceof RemoteFailure && ['not-served', 'request-refused', 'answer-broken'].includes(error.code))
      return [];
    throw error;
  }
}

function shortList(names: readonly string[]): string {
  if (names.length === 0) return '';
  const more = names.length > MOST_NAMES ? `, and ${names.length - MOST_NAMES} more` : '';
  return `. It has ${names.slice(0, MOST_NAMES).join(', ')}${more}.`;
}
