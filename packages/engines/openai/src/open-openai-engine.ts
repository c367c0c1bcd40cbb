import type { Engine, EngineInfo, Price, RemoteModel } from '@understudy/core';
import { RemoteCaller, RemoteEngine, type RemoteCallerOptions } from '@understudy/engine-http';
import { OpenAiProtocol } from './openai-protocol.js';
import { probeServer, type ServerProbe } from './probe/probe-server.js';
import type { Dialect } from './requests/dialect.js';

/** A model, its key and how its server is used. */
export interface OpenRemoteOptions extends Pick<
  RemoteCallerOptions,
  'key' | 'settings' | 'price' | 'limit' | 'environment' | 'firstRetryMs'
> {
  readonly model: RemoteModel;
}

/**
 * Opens a model behind an OpenAI-compatible API: finds out what its server can do. Throws `RemoteFailure`, `EngineError` or
 * `UserError` when it cannot be used.
 */
export async function openOpenAiEngine({ model, ...options }: OpenRemoteOptions): Promise<Engine> {
  const { baseUrl, keyVariables } = model;
  const headers: Readonly<Record<string, string>> =
    options.key === undefined ? {} : { authorization: `Bearer ${options.key}` };
  const caller = new RemoteCaller({ ...options, baseUrl, keyVariables, headers });
  try {
    const probe = await probeServer(caller, model);
    const protocol = new OpenAiProtocol(probe.style, probe.scoreMethod);
    return new RemoteEngine({ info: infoOf(model, probe, options.price), caller, protocol });
  } catch (error) {
    await caller[Symbol.asyncDispose]();
    throw error;
  }
}

function infoOf({ baseUrl }: RemoteModel, probe: ServerProbe, price: Price | null): EngineInfo {
  const { listed, style, servedModel, fingerprint, scoresRefused, notes, capabilities } = probe;
  return {
    engine: 'openai',
    build: buildOf(style.chat, style.completions),
    identity: identityOf(baseUrl, probe),
    compute: 'remote',
    kvType: 'remote',
    attention: 'remote',
    deterministic: false,
    contextLength: listed.contextLength ?? Infinity,
    threads: 0,
    architecture: 'unknown',
    parameters: listed.parameters ?? 0,
    capabilities,
    server: { address: baseUrl, model: listed.model, servedModel, fingerprint, price, scoresRefused, notes },
  };
}

/** What changes answers on our side: the parameters that are left out. */
function buildOf(chat: Dialect, completions: Dialect): string {
  const leftOut = [...new Set([...chat.leftOut, ...completions.leftOut])];
  return leftOut.length === 0 ? 'OpenAI API' : `OpenAI API without ${leftOut.join(', ')}`;
}

/** Address and name, and of the weights what a server tells of them: another file under the same name is another model. */
function identityOf(baseUrl: string, { listed, servedModel }: ServerProbe): string {
  const { model, parameters, sizeBytes } = listed;
  const name = servedModel === null || servedModel === model ? model : `${model} = ${servedModel}`;
  const facts = [parameters && `${parameters} parameters`, sizeBytes && `${sizeBytes} bytes`].filter(Boolean);
  return `${baseUrl}#${name}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`;
}
