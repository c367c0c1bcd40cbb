import type { ModelCard } from '@understudy/catalog';
import type { Messages } from '../../../messages/messages.js';
import type { Field } from '../../../terminal/fields.js';
import { formatBytes } from '../../../terminal/format-bytes.js';
import { formatCount } from '../../../terminal/format-count.js';
import { shownLicence } from '../shown-licence.js';
import type { SourceNotes } from './source-notes.js';

type Texts = Messages['models'];
type Fact<T> = { readonly value: T; readonly sources: readonly string[] };

/** How a card is told of. */
export interface CardTexts {
  readonly texts: Texts;
  readonly notes: SourceNotes;
  readonly familyName: string;
}

/** What a card says, each fact with the numbers of its sources; of its family also the id, which `--family` takes. */
export function cardFields(card: ModelCard, { texts, notes, familyName }: CardTexts): readonly Field[] {
  const { fields } = texts;
  const marked = (fact: Fact<string | null> | null): string | undefined =>
    fact === null || fact.value === null ? undefined : notes.mark(fact.value, fact.sources);
  return [
    [fields.developer, marked(card.developer)],
    [fields.family, `${familyName} (${card.family})`],
    [fields.kind, texts.kinds[card.kind]],
    [fields.released, marked(card.released)],
    [fields.baseModel, marked(card.baseModel)],
    [fields.parameters, parametersText(card, texts, notes)],
    [fields.licence, licenceText(card, notes)],
    [fields.commercialUse, commercialText(card, texts)],
    [fields.languages, notes.mark(card.languages.value.join(', '), card.languages.sources)],
    [fields.weights, weightsText(card, texts, notes)],
    [fields.sources, filesText(card)],
    [fields.llamaCpp, llamaCppText(card, texts, notes)],
    [fields.slidingWindow, windowText(card, texts, notes)],
    [fields.template, marked(card.template)],
    [fields.remote, marked(card.remote)],
    [fields.price, priceText(card, texts, notes)],
    [fields.notes, card.notes.join('\n')],
  ];
}

/** How a model without a file here can be had. */
export function gettingText({ weights, baseModel, remote, developer }: ModelCard, { getting }: Texts): string {
  const base = baseModel?.value ?? '?';
  switch (weights.status) {
    case 'open':
      return getting.open;
    case 'gated':
      return getting.gated;
    case 'delta':
      return getting.delta(base);
    case 'adapter':
      return getting.adapter(base);
    case 'unreleased':
      return getting.unreleased;
    case 'closed':
      return remote === null ? getting.closed(developer.value) : getting.remote(remote.value);
    default:
      return weights.status satisfies never;
  }
}

function parametersText({ parameters }: ModelCard, { bases }: Texts, notes: SourceNotes): string | undefined {
  if (parameters === null) return undefined;
  const { value, basis, sources } = parameters;
  return notes.mark(`${formatCount(value)} (${bases[basis]})`, sources);
}

function licenceText({ licence }: ModelCard, notes: SourceNotes): string {
  const id = licence.id === null ? '' : ` (${shownLicence(licence.id)})`;
  return `${notes.mark(`${licence.name}${id}`, licence.sources)}${licence.url === null ? '' : `\n${licence.url}`}`;
}

function commercialText({ licence }: ModelCard, { commercialUses }: Texts): string {
  const use = commercialUses[licence.commercialUse];
  return licence.condition === null ? use : `${use}: ${licence.condition}`;
}

function weightsText({ weights }: ModelCard, { statuses }: Texts, notes: SourceNotes): string {
  return [notes.mark(statuses[weights.status], weights.sources), ...weights.repositories].join('\n');
}

/** Where the file that Understudy fetches is from. */
function filesText({ weights: { file } }: ModelCard): string | undefined {
  if (file === null) return undefined;
  const heading = `${file.name}, ${file.quantization}, ${formatBytes(file.sizeBytes)}`;
  return [heading, ...file.sources.map(({ spec, evidence }) => `${spec}\n  ${evidence}`)].join('\n');
}

function llamaCppText({ llamaCpp }: ModelCard, { converter: texts }: Texts, notes: SourceNotes): string | undefined {
  if (llamaCpp === null) return undefined;
  const { architecture, converter, note, sources } = llamaCpp;
  const parts = [architecture ?? texts.noArchitecture, ...(converter === false ? [texts.none] : []), note ?? ''];
  return notes.mark(parts.filter((part) => part !== '').join('; '), sources);
}

function windowText({ slidingWindow }: ModelCard, texts: Texts, notes: SourceNotes): string | undefined {
  return slidingWindow === null
    ? undefined
    : notes.mark(texts.window(formatCount(slidingWindow.value)), slidingWindow.sources);
}

function priceText({ price }: ModelCard, texts: Texts, notes: SourceNotes): string | undefined {
  if (price === null) return undefined;
  const { input, output, currency, date, source } = price;
  return notes.mark(texts.price(String(input), String(output), currency, date), [source]);
}
