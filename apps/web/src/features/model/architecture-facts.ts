import { formatCount } from '../../format/format-number.js';
import type { ModelCard } from './calls.js';
import type { FactTexts } from './card-facts.js';
import { fact, type FactGroup } from './fact.js';

/** What a model is built of. */
export function architectureFacts({ architecture }: ModelCard, { messages, language }: FactTexts): FactGroup {
  const { model, words } = messages;
  const { labels } = model;
  if (architecture === null) return { key: 'architecture', title: model.architecture, facts: [] };
  const { sources } = architecture;
  const count = (value: number | null): string | null => (value === null ? null : formatCount(value, language));
  const { experts, bias } = architecture;
  const values: readonly (readonly [keyof typeof labels, string | null])[] = [
    ['type', architecture.type === null ? null : words.architectures[architecture.type]],
    ['layers', count(architecture.layers)],
    ['hiddenSize', count(architecture.hiddenSize)],
    ['feedForwardSize', count(architecture.feedForwardSize)],
    ['attention', architecture.attention],
    ['attentionHeads', count(architecture.attentionHeads)],
    ['keyValueHeads', count(architecture.keyValueHeads)],
    ['headSize', count(architecture.headSize)],
    ['positions', architecture.positions],
    ['normalisation', architecture.normalisation],
    ['activation', architecture.activation],
    ['bias', bias === null ? null : bias ? model.yes : model.no],
    ['vocabularySize', count(architecture.vocabularySize)],
    ['tokenizer', architecture.tokenizer],
    [
      'contextLength',
      architecture.contextLength === null ? null : model.tokens(count(architecture.contextLength) ?? ''),
    ],
    ['experts', experts === null ? null : model.expertsOf(experts.active, experts.count)],
    ['activeParameters', count(architecture.activeParameters)],
    ['note', architecture.note],
  ];
  return {
    key: 'architecture',
    title: model.architecture,
    facts: values.flatMap(([key, value]) => fact({ key, label: labels[key], value, sources })),
  };
}
