import {
  UserError,
  type Engine,
  type EngineInfo,
  type GenerateRequest,
  type Price,
  type RemoteModel,
} from '@understudy/core';
import {
  RemoteCaller,
  RemoteEngine,
  RemoteFailure,
  type RemoteCallerOptions,
  type Served,
} from '@understudy/engine-http';
import { AnthropicProtocol } from './anthropic-protocol.js';
import { messageRequest, OPTIONAL_PARAMETERS, type MessageStyle } from './message-request.js';
import { readMessage, type NamedText } from './read-message.js';

/** Version of the API that requests are written in. */
const API_VERSION = '2023-06-01';

const SCORES_REFUSED = 'The Anthropic API has none.';

/** A model, its key and how its server is used. */
export interface OpenRemoteOptions extends Pick<
  RemoteCallerOptions,
  'key' | 'settings' | 'price' | 'limit' | 'environment' | 'firstRetryMs'
> {
  readonly model: RemoteModel;
}

/** The API's limits and prices are by model, so that a short answer finds out whether it is there and which parameters it takes. */
const PROBE: GenerateRequest = {
  id: 0,
  task: 'probe',
  document: 0,
  sharedPrefix: 0,
  prompt: { kind: 'chat', messages: [{ role: 'user', content: 'Name the capital of France.' }] },
  maxTokens: 16,
  stop: ['END'],
  sampling: { temperature: 0, topK: 0, topP: 1, minP: 0, seed: 0 },
};

/** Opens a model behind the Anthropic Messages API. Throws `RemoteFailure` when it cannot be used. */
export async function openAnthropicEngine({ model, ...options }: OpenRemoteOptions): Promise<Engine> {
  const { name, baseUrl, keyVariables } = model;
  if (model.model === undefined) {
    throw new UserError({
      code: 'model-not-named',
      message: `${name} names no model.`,
      hint: 'Write it as anthropic:NAME.',
    });
  }
  const headers: Readonly<Record<string, string>> = {
    'anthropic-version': API_VERSION,
    ...(options.key === undefined ? {} : { 'x-api-key': options.key }),
  };
  const caller = new RemoteCaller({ ...options, baseUrl, keyVariables, headers });
  try {
    const { style, served } = await probe(caller, { model: model.model, leftOut: [] });
    const info = infoOf({ baseUrl, price: options.price }, style, served);
    return new RemoteEngine({ info, caller, protocol: new AnthropicProtocol(style) });
  } catch (error) {
    await caller[Symbol.asyncDispose]();
    throw error;
  }
}

/** Asks for a short answer, and leaves out what the model refuses. */
async function probe(
  caller: RemoteCaller,
  style: MessageStyle,
): Promise<{ readonly style: MessageStyle; readonly served: Served<NamedText> }> {
  try {
    return {
      style,
      served: await caller.call({ ...messageRequest(PROBE, style), read: readMessage }, { isProbe: true }),
    };
  } catch (error) {
    const refused =
      error instanceof RemoteFailure && error.code === 'request-refused' ? nameIn(error, style) : undefined;
    if (refused === undefined) throw error;
    return probe(caller, { ...style, leftOut: [...style.leftOut, refused] });
  }
}

function nameIn({ message }: RemoteFailure, { leftOut }: MessageStyle): MessageStyle['leftOut'][number] | undefined {
  return OPTIONAL_PARAMETERS.find((name) => !leftOut.includes(name) && new RegExp(`\\b${name}\\b`, 'u').test(message));
}

function infoOf(
  { baseUrl, price }: { baseUrl: string; price: Price | null },
  { model, leftOut }: MessageStyle,
  { value }: Served<NamedText>,
): EngineInfo {
  const servedModel = value.model ?? null;
  const notes = ['No plain texts, only chat.'];
  if (leftOut.length > 0) {
    const sampled = leftOut.includes('temperature')
      ? ' Answers are sampled as the server likes, they are not greedy.'
      : '';
    notes.push(`It refuses ${leftOut.join(', ')}, which is left out.${sampled}`);
  }
  notes.push('It reports no fingerprint: answers are told apart by its address and the name of the model alone.');
  return {
    engine: 'anthropic',
    build: ['Anthropic API', ...(leftOut.length > 0 ? [`without ${leftOut.join(', ')}`] : [])].join(' '),
    identity: `${baseUrl}#${servedModel === null || servedModel === model ? model : `${model} = ${servedModel}`}`,
    compute: 'remote',
    kvType: 'remote',
    attention: 'remote',
    deterministic: false,
    contextLength: Infinity,
    threads: 0,
    architecture: 'unknown',
    parameters: 0,
    capabilities: {
      logProbabilities: 'none',
      greedyFlag: false,
      generation: true,
      completions: false,
      chat: true,
      decoding: ['temperature', 'top_k'],
      adapters: false,
    },
    server: { address: baseUrl, model, servedModel, fingerprint: null, price, scoresRefused: SCORES_REFUSED, notes },
  };
}
