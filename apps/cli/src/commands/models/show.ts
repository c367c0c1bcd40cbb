import {
  aboutModel,
  DEFAULT_MACHINE,
  readCatalog,
  showModel,
  type ModelDetails,
  type ModelKnowledge,
} from '@understudy/catalog';
import { EXIT } from '../../errors/exit-codes.js';
import type { Messages } from '../../messages/messages.js';
import { engineOptions } from '../../options/tables/engine-options.js';
import { jsonOption } from '../../options/tables/json-option.js';
import { quantizationOption } from '../../options/tables/quantization-option.js';
import type { OptionDefinition, OptionTable } from '../../options/option.js';
import { positive, truth } from '../../options/values/schemas.js';
import { formatFields, type Field } from '../../terminal/fields.js';
import { printJson } from '../../terminal/print-json.js';
import { defineCommand } from '../command.js';
import { cardFields, gettingText } from './show/card-fields.js';
import { estimateFields } from './show/estimate-fields.js';
import { exampleRendering } from './show/example-rendering.js';
import { fileFields } from './show/file-fields.js';
import { knowledgeSections } from './show/knowledge-sections.js';
import { SourceNotes } from './show/source-notes.js';
import { trainingFields } from './show/training-fields.js';

/** A model's card and files, and what the catalog knows beside them; undefined without a card. */
interface Shown extends ModelDetails {
  readonly knowledge: ModelKnowledge | undefined;
}

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

function describe(details: Shown, messages: Messages, allScores: boolean): string {
  const { models: texts } = messages;
  const { spec, card, knowledge } = details;
  const notes = new SourceNotes();
  const fields = [
    ...(card === undefined ? [] : cardFields(card, { texts, notes, familyName: knowledge?.familyName ?? card.family })),
    ...(card === undefined ? [] : trainingFields(card, messages.knowledge, notes)),
    ...(knowledge === undefined ? [] : estimateFields(knowledge, messages.knowledge)),
    ...diskFields(details, texts),
  ];
  const sections = knowledge === undefined ? [] : knowledgeSections(knowledge, messages, { notes, allScores });
  const known = sections.flatMap(([heading = '', ...lines]) => ['', heading, ...lines.map((line) => indented(line))]);
  const example = exampleRendering(details);
  const rendering = example === undefined ? [] : ['', texts.example(example.template), indented(example.text)];
  const sources = notes.lines.length === 0 ? [] : ['', texts.sources, ...notes.lines];
  const title = card === undefined ? spec : `${card.name} (${card.id})`;
  return [title, formatFields(fields), ...known, ...rendering, ...sources].join('\n');
}

const estimateOptions = {
  quantization: quantizationOption,
  bandwidth: {
    flag: 'bandwidth',
    arity: 'one',
    placeholder: 'n',
    schema: positive.default(DEFAULT_MACHINE.bandwidth),
    expects: (messages) => messages.expects.positive,
    text: 'bandwidth',
    group: 'results',
  },
  scores: {
    flag: 'scores',
    arity: 'switch',
    schema: truth.default(false),
    expects: (messages) => messages.expects.truth,
    text: 'allScores',
    group: 'results',
  },
} as const satisfies OptionTable;

/** `understudy models show ID|FILE` */
export const modelsShow = defineCommand({
  options: { context: contextOption, ...estimateOptions, json: jsonOption },
  async run({ values, words }, { environment, messages, stdout, signal }) {
    const { context: contextLength, quantization, bandwidth, scores: allScores } = values;
    const options = { env: environment, signal, contextLength };
    const estimated = { use: { quantization, contextLength }, machine: { ...DEFAULT_MACHINE, bandwidth } };
    const catalog = await readCatalog();
    const models: Shown[] = [];
    for (const word of words) {
      const details = await showModel(word, options);
      const { card } = details;
      models.push({ ...details, knowledge: card && aboutModel(card, catalog, estimated) });
    }
    if (values.json)
      printJson(stdout, { models: models.map((model) => ({ ...model, example: exampleRendering(model) })) });
    else stdout.write(`${models.map((details) => describe(details, messages, allScores)).join('\n\n')}\n`);
    return EXIT.done;
  },
});
