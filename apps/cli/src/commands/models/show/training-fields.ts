import type { ModelCard } from '@understudy/catalog';
import type { Messages } from '../../../messages/messages.js';
import type { Field } from '../../../terminal/fields.js';
import { formatCount } from '../../../terminal/format-count.js';
import type { SourceNotes } from './source-notes.js';

type Texts = Messages['knowledge'];

/** How a model is built and how it was trained, with the numbers of the sources. */
export function trainingFields(card: ModelCard, texts: Texts, notes: SourceNotes): readonly Field[] {
  const { fields } = texts;
  const { architecture, pretraining, finetuning, training } = card;
  const noted = (parts: readonly string[], block: { readonly sources: readonly string[] } | null) =>
    block === null || parts.length === 0 ? undefined : notes.mark(parts.join('; '), block.sources);
  return [
    [fields.built, noted(builtParts(card, texts), architecture)],
    [fields.contextLength, counted(architecture?.contextLength, texts.tokens)],
    [fields.vocabulary, counted(architecture?.vocabularySize, texts.rows)],
    [fields.pretraining, noted(pretrainingParts(card, texts), pretraining)],
    [fields.finetuning, noted(finetuningParts(card, texts), finetuning)],
    [fields.training, noted(trainingParts(card, texts), training)],
  ];
}

function counted(value: number | null | undefined, text: (shown: string) => string): string | undefined {
  return typeof value === 'number' ? text(formatCount(value)) : undefined;
}

/** Numbers as they are shown; none where one of them is not known. */
function shown(...values: readonly (number | null)[]): readonly string[] {
  const known = values.flatMap((value) => value ?? []);
  return known.length === values.length ? known.map(formatCount) : [];
}

function builtParts({ architecture }: ModelCard, texts: Texts): readonly string[] {
  if (architecture === null) return [];
  const { type, layers, hiddenSize, feedForwardSize, attentionHeads, keyValueHeads, headSize, experts } = architecture;
  const { attention, positions, activation, normalisation, bias, tokenizer, note } = architecture;
  const [layerCount, width] = shown(layers, hiddenSize);
  const [heads, keys, size] = shown(attentionHeads, keyValueHeads, headSize);
  const known = [
    type,
    layerCount && width && texts.layers(layerCount, width),
    heads && keys && size && texts.heads(heads, keys, size),
    attention,
    feedForwardSize === null ? null : texts.feedForward(formatCount(feedForwardSize)),
    experts === null ? null : texts.experts(String(experts.active), String(experts.count)),
    activation,
    positions,
    normalisation,
    bias === true ? texts.bias : null,
    tokenizer,
    note,
  ];
  return known.flatMap((part) => part || []);
}

function pretrainingParts({ pretraining }: ModelCard, texts: Texts): readonly string[] {
  if (pretraining === null) return [];
  const { tokensBillion, corpora, note } = pretraining;
  const named = corpora.map(({ name, sharePercent }) => (sharePercent === null ? name : `${name} ${sharePercent}%`));
  const tokens = tokensBillion === null ? [] : [texts.billionTokens(formatCount(tokensBillion))];
  return [...tokens, ...(named.length === 0 ? [] : [named.join(', ')]), ...(note === null ? [] : [note])];
}

function finetuningParts({ finetuning }: ModelCard, texts: Texts): readonly string[] {
  if (finetuning === null) return [];
  const { methods, data, teacher, note } = finetuning;
  const named = data.map(({ name, size }) => (size === null ? name : `${name} (${size})`));
  return [
    ...(methods.length === 0 ? [] : [methods.join(', ')]),
    ...(named.length === 0 ? [] : [named.join(', ')]),
    ...(teacher === null ? [] : [texts.teacher(teacher)]),
    ...(note === null ? [] : [note]),
  ];
}

function trainingParts({ training }: ModelCard, texts: Texts): readonly string[] {
  if (training === null) return [];
  const { hardware, duration, gpuHours, costUsd, flops, schedule, note } = training;
  const named = (['optimizer', 'learningRate', 'batch', 'weightDecay', 'gradientClip'] as const).flatMap((field) =>
    training[field] === null ? [] : [`${texts[field]} ${training[field]}`],
  );
  const known = [
    hardware,
    duration,
    gpuHours === null ? null : texts.gpuHours(formatCount(gpuHours)),
    costUsd === null ? null : texts.cost(formatCount(costUsd)),
    flops === null ? null : texts.flops(flops.toExponential(2)),
    ...named,
    schedule,
    note,
  ];
  return known.flatMap((part) => part ?? []);
}
