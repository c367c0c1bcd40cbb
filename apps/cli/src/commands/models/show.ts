import { showModel, type ModelDetails } from '@understudy/catalog';
import { EXIT } from '../../errors/exit-codes.js';
import type { Messages } from '../../messages/messages.js';
import { engineOptions } from '../../options/tables/engine-options.js';
import { jsonOption } from '../../options/tables/json-option.js';
import type { OptionDefinition } from '../../options/option.js';
import { formatFields, type Field } from '../../terminal/fields.js';
import { printJson } from '../../terminal/print-json.js';
import { defineCommand } from '../command.js';
import { cardFields, gettingText } from './show/card-fields.js';
import { exampleRendering } from './show/example-rendering.js';
import { fileFields } from './show/file-fields.js';
import { SourceNotes } from './show/source-notes.js';

const contextOption = {
  ...engineOptions.context,
  text: 'contextMemory',
  group: 'results',
} as const satisfies OptionDefinition;

/** What is on disk, or how it gets there. */
function diskFields({ spec, card, file }: ModelDetails, texts: Messages['models']): readonly Field[] {
  if (file !== undefined) return fileFields(file, texts);
  if (card !== undefined && card.weights.file === null) return [[texts.fields.getting, gettingText(card, texts)]];
  return [[texts.fields.file, texts.notLocal(spec)]];
}

/** A prompt ends where its last line does: white space behind it counts, and is kept. */
function indented(text: string): string {
  return text.replaceAll(/^/gm, '  ');
}

function describe(details: ModelDetails, { models: texts }: Messages): string {
  const { spec, card } = details;
  const notes = new SourceNotes();
  const fields = [...(card === undefined ? [] : cardFields(card, texts, notes)), ...diskFields(details, texts)];
  const example = exampleRendering(details);
  const rendering = example === undefined ? [] : ['', texts.example(example.template), indented(example.text)];
  const sources = notes.lines.length === 0 ? [] : ['', texts.sources, ...notes.lines];
  const title = card === undefined ? spec : `${card.name} (${card.id})`;
  return [title, formatFields(fields), ...rendering, ...sources].join('\n');
}

/** `understudy models show ID|FILE` */
export const modelsShow = defineCommand({
  options: { context: contextOption, json: jsonOption },
  async run({ values, words }, { environment, messages, stdout, signal }) {
    const options = { env: environment, signal, contextLength: values.context };
    const models: ModelDetails[] = [];
    for (const word of words) models.push(await showModel(word, options));
    if (values.json)
      printJson(stdout, { models: models.map((model) => ({ ...model, example: exampleRendering(model) })) });
    else stdout.write(`${models.map((details) => describe(details, messages)).join('\n\n')}\n`);
    return EXIT.done;
  },
});
