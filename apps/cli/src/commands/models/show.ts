import { showModel, type ModelCard, type ModelDetails, type ModelFileDetails } from '@understudy/catalog';
import { EXIT } from '../../errors/exit-codes.js';
import type { Messages } from '../../messages/messages.js';
import { jsonOption } from '../../options/json-option.js';
import type { OptionDefinition } from '../../options/option.js';
import { whole } from '../../options/schemas.js';
import { formatFields, type Field } from '../../terminal/fields.js';
import { formatBytes } from '../../terminal/format-bytes.js';
import { formatCount } from '../../terminal/format-count.js';
import { printJson } from '../../terminal/print-json.js';
import { defineCommand } from '../command.js';

const contextOption = {
  flag: 'context',
  arity: 'one',
  placeholder: 'tokens',
  schema: whole(1).optional(),
  expects: (messages) => messages.expects.whole(1),
  text: 'contextMemory',
  group: 'results',
} as const satisfies OptionDefinition;

function cardFields(card: ModelCard, { fields }: Messages['models']): readonly Field[] {
  const { licence } = card;
  return [
    [fields.developer, card.developer.value],
    [fields.kind, card.kind],
    [fields.released, card.released?.value],
    [fields.licence, `${licence.name} (${licence.id}) ${licence.url}`],
    [
      fields.commercialUse,
      licence.condition === null ? licence.commercialUse : `${licence.commercialUse}: ${licence.condition}`,
    ],
    [fields.languages, card.languages.value.join(', ')],
    [fields.baseModel, card.baseModel?.value ?? undefined],
    [fields.sources, card.weights?.sources.map(({ spec }) => spec).join('\n')],
    [fields.notes, card.notes.join('\n')],
  ];
}

function fileFields(file: ModelFileDetails, texts: Messages['models']): readonly Field[] {
  const { fields } = texts;
  const { description, memory } = file;
  return [
    [fields.file, `${file.paths.join('\n')}\n${formatBytes(file.sizeBytes)}`],
    [fields.identity, file.identity],
    [fields.architecture, description.architecture],
    [fields.parameters, formatCount(description.parameters)],
    [fields.quantization, description.quantization],
    [fields.contextLength, texts.tokens(formatCount(description.contextLength))],
    [fields.vocabulary, texts.tokens(formatCount(description.vocabularySize))],
    [
      fields.memory,
      texts.memory(
        formatBytes(memory.weightsBytes),
        formatBytes(memory.kvCacheBytes),
        formatCount(memory.contextLength),
      ),
    ],
    [fields.chatTemplate, description.chatTemplate ?? texts.noTemplate],
  ];
}

function describe({ spec, card, file }: ModelDetails, { models: texts }: Messages): string {
  const title = card === undefined ? spec : `${card.name} (${card.id})`;
  const fields = [
    ...(card === undefined ? [] : cardFields(card, texts)),
    ...(file === undefined ? [[texts.fields.file, texts.notLocal(spec)] as const] : fileFields(file, texts)),
  ];
  return `${title}\n${formatFields(fields)}`;
}

/** `understudy models show ID|FILE` */
export const modelsShow = defineCommand({
  options: { context: contextOption, json: jsonOption },
  async run({ values, words }, { environment, messages, stdout, signal }) {
    const options = { env: environment, signal, contextLength: values.context };
    const models: ModelDetails[] = [];
    for (const word of words) models.push(await showModel(word, options));
    if (values.json) printJson(stdout, { models });
    else stdout.write(`${models.map((details) => describe(details, messages)).join('\n\n')}\n`);
    return EXIT.done;
  },
});
