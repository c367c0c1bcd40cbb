import { formatCount } from '../../format/format-number.js';
import type { Language, Messages } from '../../messages/messages.js';
import { languageName } from '../models/language-name.js';
import type { CatalogModel, ModelCard } from './calls.js';
import { type Fact, fact, type FactGroup } from './fact.js';

/** In which language facts are shown. */
export interface FactTexts {
  readonly messages: Messages;
  readonly language: Language;
}

/** What a model is, and where it is. */
export function overviewFacts(
  { card, familyName, ancestors }: CatalogModel,
  { messages, language }: FactTexts,
): FactGroup {
  const { model, words } = messages;
  const { labels } = model;
  const { weights, parameters, baseModel } = card;
  const facts: readonly Fact[] = [
    ...fact({ key: 'developer', label: labels.developer, ...card.developer }),
    ...fact({ key: 'family', label: labels.family, value: familyName, sources: [] }),
    ...fact({ key: 'kind', label: labels.kind, value: words.kinds[card.kind], sources: [] }),
    ...fact({
      key: 'released',
      label: labels.released,
      value: card.released?.value,
      sources: card.released?.sources ?? [],
    }),
    ...(baseModel === null
      ? []
      : fact({
          key: 'baseModel',
          label: labels.baseModel,
          value: ancestors.find(({ id }) => id === baseModel.value)?.name ?? baseModel.value ?? model.noBase,
          sources: baseModel.sources,
          modelId: ancestors.find(({ hasCard, id }) => hasCard && id === baseModel.value)?.id,
        })),
    ...(parameters === null
      ? []
      : fact({
          key: 'parameters',
          label: labels.parameters,
          value: `${formatCount(parameters.value, language)} (${words.bases[parameters.basis]})`,
          sources: parameters.sources,
        })),
    ...fact({
      key: 'languages',
      label: labels.languages,
      value: card.languages.value.map((code) => languageName(code, messages, language)).join(', '),
      sources: card.languages.sources,
    }),
    ...fact({ key: 'weights', label: labels.weights, value: words.weights[weights.status], sources: weights.sources }),
    ...weights.repositories.flatMap((repository) =>
      fact({
        key: `repository ${repository}`,
        label: labels.repository,
        value: repository,
        sources: weights.sources,
        address: `https://huggingface.co/${repository}`,
      }),
    ),
  ];
  return { key: 'overview', title: model.overview, facts };
}

/** How a model is run: by which programs, from which file, at which price. */
export function runningFacts(card: ModelCard, { messages, language }: FactTexts): FactGroup {
  const { model } = messages;
  const { labels } = model;
  const { weights, llamaCpp, slidingWindow, template, remote, price } = card;
  const llama = [
    llamaCpp?.architecture ?? model.noArchitecture,
    ...(llamaCpp?.converter === false ? [model.noConverter] : []),
    ...(typeof llamaCpp?.note === 'string' ? [llamaCpp.note] : []),
  ];
  const facts: readonly Fact[] = [
    ...(llamaCpp === null
      ? []
      : fact({ key: 'llamaCpp', label: labels.llamaCpp, value: llama.join('; '), sources: llamaCpp.sources })),
    ...fact({
      key: 'slidingWindow',
      label: labels.slidingWindow,
      value: slidingWindow && model.tokens(formatCount(slidingWindow.value, language)),
      sources: slidingWindow?.sources ?? [],
    }),
    ...fact({
      key: 'template',
      label: labels.template,
      value: template === null ? null : (template.value ?? model.noTemplate),
      sources: template?.sources ?? [],
    }),
    ...(weights.file === null
      ? []
      : fact({
          key: 'file',
          label: labels.file,
          value: [weights.file.name, weights.file.quantization, `SHA-256 ${weights.file.sha256}`].join('\n'),
          sources: weights.file.sources.map(({ evidence }) => evidence),
        })),
    ...fact({ key: 'remote', label: labels.remote, value: remote?.value, sources: remote?.sources ?? [] }),
    ...(price === null
      ? []
      : fact({
          key: 'price',
          label: labels.price,
          value: model.price(String(price.input), String(price.output), price.currency, price.date),
          sources: [price.source],
        })),
  ];
  return { key: 'running', title: model.running, facts };
}
