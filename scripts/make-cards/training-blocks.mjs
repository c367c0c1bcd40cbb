// @ts-check
import { readable } from './readable-sources.mjs';

/**
 * What the table says of how a model is built and how it was trained. Each group of facts may be null as a whole.
 * @typedef {{
 *   type: string | null, layers: number | null, hidden_size: number | null, ffn_size: number | null,
 *   attention_heads: number | null, kv_heads: number | null, attention: string | null, head_dim: number | null,
 *   positional: string | null, normalisation: string | null, activation: string | null, bias: boolean | null,
 *   vocab_size: number | null, tokenizer: string | null, context_length: number | null, sliding_window: number | null,
 *   experts: number | null, experts_active: number | null, note: string | null, sources: string[],
 * }} ArchitectureRecord
 * @typedef {{
 *   architecture: ArchitectureRecord | null,
 *   size: { active_params_billion: number | null } | null,
 *   pretraining: {
 *     tokens_billion: number | null, note: string | null, sources: string[],
 *     corpora: { name: string, share_percent: number | null, tokens_billion: number | null }[],
 *   } | null,
 *   finetuning: {
 *     data: { name: string, size: string | number | null }[], method: string[], method_tags: string[], teacher: string | null,
 *     note: string | null, sources: string[],
 *   } | null,
 *   training: {
 *     hardware: string | null, gpu_hours: number | null, duration: string | null, cost_usd: number | null,
 *     optimizer: string | null, learning_rate: string | null, schedule: string | null, weight_decay: number | null,
 *     grad_clip: number | null, batch: string | null, flops: number | null, note: string | null, sources: string[],
 *   } | null,
 * }} TrainingRecord
 */

/**
 * The blocks of a card that say how the model is built and how it was trained.
 * @param {TrainingRecord} record
 */
export function trainingBlocks(record) {
  return {
    architecture: architecture(record),
    pretraining: pretraining(record),
    finetuning: finetuning(record),
    training: training(record),
  };
}

/**
 * The bytes of the KV cache are left out, since they follow from the shape; the sliding window has a block of its own.
 * @param {TrainingRecord} record
 */
function architecture({ architecture: facts, size }) {
  if (facts === null) return null;
  const active = size?.active_params_billion ?? null;
  const [attention = null] = facts.attention?.split(' ') ?? [];
  return known({
    type: facts.type,
    layers: facts.layers,
    hiddenSize: facts.hidden_size,
    feedForwardSize: facts.ffn_size,
    attentionHeads: facts.attention_heads,
    keyValueHeads: facts.kv_heads,
    headSize: facts.head_dim,
    attention,
    positions: facts.positional,
    normalisation: facts.normalisation,
    activation: facts.activation,
    bias: facts.bias,
    vocabularySize: facts.vocab_size,
    tokenizer: facts.tokenizer,
    contextLength: facts.context_length,
    experts:
      facts.experts === null || facts.experts_active === null
        ? null
        : { count: facts.experts, active: facts.experts_active },
    activeParameters: active === null ? null : Math.round(active * 1e9),
    note: joined([attention === facts.attention ? null : facts.attention, facts.note]),
    sources: readable(facts.sources),
  });
}

/** @param {TrainingRecord} record */
function pretraining({ pretraining: facts }) {
  if (facts === null) return null;
  return known({
    tokensBillion: facts.tokens_billion,
    corpora: facts.corpora.map(({ name, share_percent: sharePercent, tokens_billion: tokensBillion }) =>
      known({ name, sharePercent, tokensBillion }),
    ),
    note: facts.note,
    sources: readable(facts.sources),
  });
}

/** @param {TrainingRecord} record */
function finetuning({ finetuning: facts }) {
  if (facts === null) return null;
  const data = facts.data.map(({ name, size }) => known({ name, size: size?.toLocaleString('en') ?? null }));
  const { method: methods, method_tags: methodTags, teacher, note, sources } = facts;
  return known({ data, methods, methodTags, teacher, note, sources: readable(sources) });
}

/** @param {TrainingRecord} record */
function training({ training: facts }) {
  if (facts === null) return null;
  return known({
    hardware: facts.hardware,
    duration: facts.duration,
    gpuHours: facts.gpu_hours,
    costUsd: facts.cost_usd,
    flops: facts.flops,
    optimizer: facts.optimizer,
    learningRate: facts.learning_rate,
    schedule: facts.schedule,
    batch: facts.batch,
    weightDecay: facts.weight_decay,
    gradientClip: facts.grad_clip,
    note: facts.note,
    sources: readable(facts.sources),
  });
}

/**
 * A field of these blocks that is left out is not known; dozens of nulls would hide what is.
 * @param {Record<string, unknown>} block
 */
function known(block) {
  return Object.fromEntries(Object.entries(block).filter(([, value]) => value !== null));
}

/** @param {readonly (string | null)[]} notes */
function joined(notes) {
  const given = notes.filter((note) => note !== null);
  return given.length === 0 ? null : given.join('; ');
}
