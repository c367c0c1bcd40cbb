import { EngineError, type EngineCapabilities } from '@understudy/core';
import type { RemoteCaller } from '@understudy/engine-http';
import { firstDialect, type Dialect } from '../requests/dialect.js';
import type { RequestStyle } from '../requests/generation-request.js';
import type { ScoreMethod } from '../scores/scorer.js';
import { findModel, type ListedModel } from './find-model.js';
import { probeGeneration, type GenerationProbe, type GenerationProbeOptions } from './probe-generation.js';
import { probeJsonSchema } from './probe-json-schema.js';
import { probeScores, type ScoreProbe } from './probe-scores.js';

/** What was found out about a server and its model. */
export interface ServerProbe {
  readonly listed: ListedModel;
  readonly style: RequestStyle;
  readonly capabilities: EngineCapabilities;
  readonly scoreMethod: ScoreMethod | undefined;
  readonly servedModel: string | null;
  readonly fingerprint: string | null;
  /** Why there are no log-probabilities of given texts. */
  readonly scoresRefused: string | null;
  /** Sentences for people; see `ServerInfo.notes`. */
  readonly notes: readonly string[];
}

/** Asks a server what it can do: once, when its engine is opened. Throws when it can generate nothing. */
export async function probeServer(
  caller: RemoteCaller,
  { baseUrl, model: name }: { readonly baseUrl: string; readonly model: string | undefined },
): Promise<ServerProbe> {
  const listed = await findModel(caller, name);
  const { model } = listed;
  const dialect = firstDialect(baseUrl);
  const [chat, completions] = await Promise.all([
    probeGeneration(caller, { model, kind: 'chat', dialect }),
    probeGeneration(caller, { model, kind: 'text', dialect }),
  ]);
  if (!chat.isOffered && !completions.isOffered) throw nothingServed(model, chat.reason, completions.reason);
  const scoring: Promise<ScoreProbe> | ScoreProbe = completions.isOffered
    ? probeScores(caller, model, dialect.hasTopK)
    : { method: undefined, reason: `it does not continue texts. ${completions.reason}` };
  const [scores, chatDialect, completionsDialect] = await Promise.all([
    scoring,
    wholeDialect(caller, chat, { model, kind: 'chat', dialect }),
    wholeDialect(caller, completions, { model, kind: 'text', dialect }),
  ]);
  const served = chat.isOffered ? chat.served : completions.isOffered ? completions.served : undefined;
  return {
    listed,
    style: { model, chat: chatDialect, completions: completionsDialect },
    capabilities: {
      logProbabilities: scores.method === undefined ? generatedOnly([chat, completions]) : 'continuation',
      greedyFlag: scores.method !== undefined && scores.hasGreedyFlag,
      generation: true,
      completions: completions.isOffered,
      chat: chat.isOffered,
      adapters: false,
      decoding: [
        'temperature',
        'top_p',
        'presence_penalty',
        'frequency_penalty',
        ...(dialect.hasTopK ? (['top_k', 'min_p'] as const) : []),
        ...(chatDialect.hasJsonSchema || completionsDialect.hasJsonSchema ? (['json_schema'] as const) : []),
      ],
    },
    scoreMethod: scores.method,
    servedModel: served?.value.model ?? null,
    fingerprint: served?.fingerprint ?? null,
    scoresRefused: scores.method === undefined ? scores.reason : null,
    notes: notesOf({ chat, completions, scores, fingerprint: served?.fingerprint ?? null }),
  };
}

/** What there is of log-probabilities where none are of given texts. */
function generatedOnly(probes: readonly GenerationProbe[]): 'generated' | 'none' {
  return probes.some((probe) => probe.isOffered && probe.served.value.hasLogProbabilities) ? 'generated' : 'none';
}

/** The dialect that a kind of prompt was answered in, with what a text alone does not show. */
async function wholeDialect(
  caller: RemoteCaller,
  probe: GenerationProbe,
  options: GenerationProbeOptions,
): Promise<Dialect> {
  if (!probe.isOffered) return options.dialect;
  const { dialect } = probe;
  return { ...dialect, hasJsonSchema: await probeJsonSchema(caller, { ...options, dialect }) };
}

interface Findings {
  readonly chat: GenerationProbe;
  readonly completions: GenerationProbe;
  readonly scores: ScoreProbe;
  readonly fingerprint: string | null;
}

function notesOf({ chat, completions, scores, fingerprint }: Findings): readonly string[] {
  const notes: string[] = [];
  if (!chat.isOffered) notes.push(`No chat: ${chat.reason}`);
  if (!completions.isOffered) notes.push('No plain texts, only chat.');
  if (scores.method !== undefined && scores.note !== undefined) notes.push(scores.note);
  if (scores.method !== undefined && !scores.hasGreedyFlag) {
    notes.push('It lists no most probable tokens, so that nobody can tell whether a continuation is the greedy one.');
  }
  for (const [what, probe] of [
    ['chat', chat],
    ['texts', completions],
  ] as const) {
    if (probe.isOffered && probe.dialect.leftOut.length > 0) notes.push(leftOutNote(what, probe.dialect));
  }
  if ([chat, completions].some((probe) => probe.isOffered && !probe.dialect.hasTopK)) {
    notes.push('It takes no top_k and no min_p: sampled texts are drawn without them.');
  }
  if (fingerprint === null) {
    notes.push('It reports no fingerprint: answers are told apart by its address and the name of the model alone.');
  }
  return notes;
}

function leftOutNote(what: string, { leftOut }: Dialect): string {
  const sampled = leftOut.includes('temperature')
    ? ' Answers are sampled as the server likes, they are not greedy.'
    : '';
  return `For ${what} it refuses ${leftOut.join(', ')}, which is left out.${sampled}`;
}

function nothingServed(model: string, chat: string, completions: string): EngineError {
  return new EngineError({
    code: 'not-served',
    message: `The server makes no texts with the model ${model}. Chat: ${chat}. Texts: ${completions}.`,
    hint: 'Check the address (it usually ends in /v1) and the name of the model behind #.',
    values: { model },
  });
}
