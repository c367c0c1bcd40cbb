import { formatCount, formatNumber } from '../../format/format-number.js';
import { formatSize } from '../../format/format-size.js';
import type { ModelCard } from './calls.js';
import type { FactTexts } from './card-facts.js';
import { fact, type FactGroup } from './fact.js';

const BILLION = 1e9;

/** What a model, or its base, was trained on. */
export function pretrainingFacts({ pretraining }: ModelCard, { messages: { model } }: FactTexts): FactGroup {
  const { labels } = model;
  if (pretraining === null) return { key: 'pretraining', title: model.pretraining, facts: [] };
  const { tokensBillion, corpora, note, sources } = pretraining;
  const corpus = ({ name, sharePercent, tokensBillion: tokens }: (typeof corpora)[number]): string => {
    const amounts = [
      ...(sharePercent === null ? [] : [`${formatNumber(sharePercent, sharePercent % 1 === 0 ? 0 : 1)}%`]),
      ...(tokens === null ? [] : [model.tokens(formatSize(tokens * BILLION))]),
    ];
    return amounts.length === 0 ? name : `${name} (${amounts.join(', ')})`;
  };
  const facts = [
    ...fact({
      key: 'tokens',
      label: labels.trainingTokens,
      value: tokensBillion === null ? null : model.tokens(formatSize(tokensBillion * BILLION)),
      sources,
    }),
    ...fact({ key: 'corpora', label: labels.corpora, value: corpora.map(corpus).join('\n'), sources }),
    ...fact({ key: 'note', label: labels.note, value: note, sources }),
  ];
  return { key: 'pretraining', title: model.pretraining, facts };
}

/** How a tuned model was made of its base. */
export function finetuningFacts({ finetuning }: ModelCard, { messages: { model } }: FactTexts): FactGroup {
  const { labels } = model;
  if (finetuning === null) return { key: 'finetuning', title: model.finetuning, facts: [] };
  const { data, methods, teacher, note, sources } = finetuning;
  const facts = [
    ...fact({ key: 'methods', label: labels.methods, value: methods.join(' → '), sources }),
    ...fact({
      key: 'data',
      label: labels.data,
      value: data.map(({ name, size }) => (size === null ? name : `${name} (${size})`)).join('\n'),
      sources,
    }),
    ...fact({ key: 'teacher', label: labels.teacher, value: teacher, sources }),
    ...fact({ key: 'note', label: labels.note, value: note, sources }),
  ];
  return { key: 'finetuning', title: model.finetuning, facts };
}

/** With what a model was trained. */
export function trainingFacts({ training }: ModelCard, { messages: { model }, language }: FactTexts): FactGroup {
  const { labels } = model;
  if (training === null) return { key: 'training', title: model.training, facts: [] };
  const { sources, gpuHours, costUsd, flops, weightDecay, gradientClip } = training;
  const values: readonly (readonly [keyof typeof labels, string | null])[] = [
    ['hardware', training.hardware],
    ['duration', training.duration],
    ['gpuHours', gpuHours === null ? null : formatCount(gpuHours, language)],
    ['cost', costUsd === null ? null : `$${formatCount(costUsd, language)}`],
    ['flops', flops === null ? null : flops.toExponential(2)],
    ['optimizer', training.optimizer],
    ['learningRate', training.learningRate],
    ['schedule', training.schedule],
    ['batch', training.batch],
    ['weightDecay', weightDecay === null ? null : String(weightDecay)],
    ['gradientClip', gradientClip === null ? null : String(gradientClip)],
    ['note', training.note],
  ];
  return {
    key: 'training',
    title: model.training,
    facts: values.flatMap(([key, value]) => fact({ key, label: labels[key], value, sources })),
  };
}
