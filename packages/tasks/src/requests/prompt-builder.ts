import { DataError } from '@understudy/core';
import type { TaskConfig } from '../format/task-config.js';
import type { RowShape, TaskRow } from '../task/task-row.js';
import { buildTurn } from './build-turn.js';
import { compileFields, optionalTextField, type DocumentFields } from './document-fields.js';
import type { PythonValue } from '../python/python-value.js';
import type { Field, FieldContext } from './field-context.js';
import { joinDelimited, toPlainText, toSingleTurn, toTurns, type Message } from './message.js';
import type { PromptStyle } from './prompt-style.js';

/** A few-shot example. */
export interface Example {
  readonly row: TaskRow;
  readonly shape: RowShape;
}

/** A document with the examples in front of it. */
interface PromptDocument {
  readonly row: TaskRow;
  readonly shape: RowShape;
  readonly examples: readonly Example[];
  readonly hasChoiceContexts: boolean;
}

/** Writes the prompts of a task's documents (lm-evaluation-harness, `fewshot_context`). */
export class PromptBuilder {
  /** What the task says of the documents to be evaluated. */
  readonly fields: DocumentFields;
  readonly #config: TaskConfig;
  readonly #style: PromptStyle;
  readonly #exampleFields: DocumentFields;
  readonly #description: (row: TaskRow, shape: RowShape) => string;
  readonly #genPrefix: (row: TaskRow, shape: RowShape) => string;
  readonly #exampleGenPrefix: (row: TaskRow, shape: RowShape) => string;
  /** Turns of examples without a prefix depend on the example alone. */
  readonly #turns = new WeakMap<TaskRow, readonly Message[]>();

  constructor(config: TaskConfig, style: PromptStyle, context: FieldContext) {
    const example = config.fewshot_config;
    const own = { ...config };
    this.#config = config;
    this.#style = style;
    this.fields = compileFields(own, [], context);
    const overrides = Object.fromEntries(
      Object.entries(example ?? {}).filter(([, value]) => value !== undefined && value !== null),
    );
    this.#exampleFields = example
      ? compileFields({ ...own, ...overrides }, [], exampleContext(context, overrides))
      : this.fields;
    this.#description = optionalTextField(config.description, ['description'], context);
    this.#genPrefix = optionalTextField(config.gen_prefix, ['gen_prefix'], context);
    this.#exampleGenPrefix = optionalTextField(example?.gen_prefix ?? config.gen_prefix, ['gen_prefix'], context);
  }

  /** One prompt, or one for each choice where the choices are contexts (`hasChoiceContexts`). */
  build(row: TaskRow, shape: RowShape, examples: readonly Example[], hasChoiceContexts: boolean): readonly string[] {
    const questions = hasChoiceContexts ? (this.fields.choices?.(row, shape) ?? []) : [this.fields.text(row, shape)];
    return this.#prompts(questions, { row, shape, examples, hasChoiceContexts });
  }

  /** The prompt of a document with another question in place of `doc_to_text`, examples and all else the same. */
  buildWith(question: Field, row: TaskRow, shape: RowShape, examples: readonly Example[]): string {
    const [prompt = ''] = this.#prompts([question(row, shape)], { row, shape, examples, hasChoiceContexts: false });
    return prompt;
  }

  #prompts(
    questions: readonly PythonValue[],
    { row, shape, examples, hasChoiceContexts }: PromptDocument,
  ): readonly string[] {
    const messages = [...this.#opening(row, shape), ...this.#exampleTurns(row, shape, examples, hasChoiceContexts)];
    const genPrefix = this.#genPrefix(row, shape);
    const choices = this.fields.choices?.(row, shape);
    const turn = {
      choices,
      answer: undefined,
      genPrefix,
      targetDelimiter: hasChoiceContexts ? '' : this.#config.target_delimiter,
      fewshotDelimiter: '',
    };
    return questions.map((question) =>
      this.#render([...messages, ...buildTurn({ ...turn, question })], genPrefix !== ''),
    );
  }

  #opening(row: TaskRow, shape: RowShape): readonly Message[] {
    const instruction = this.#style.systemInstruction ?? '';
    const content = joinDelimited(instruction, this.#description(row, shape), this.#config.fewshot_delimiter);
    return content === '' ? [] : [{ role: 'system', content, delimiter: '' }];
  }

  /** The prefix of the examples is that of the evaluated document, as in the reference harness. */
  #exampleTurns(
    row: TaskRow,
    shape: RowShape,
    examples: readonly Example[],
    hasChoiceContexts: boolean,
  ): readonly Message[] {
    if (examples.length === 0) return [];
    const genPrefix = this.#exampleGenPrefix(row, shape);
    return examples.flatMap((example) => {
      const known = genPrefix === '' ? this.#turns.get(example.row) : undefined;
      if (known !== undefined) return known;
      const turn = this.#exampleTurn(example, genPrefix, hasChoiceContexts);
      if (genPrefix === '') this.#turns.set(example.row, turn);
      return turn;
    });
  }

  #exampleTurn(example: Example, genPrefix: string, hasChoiceContexts: boolean): readonly Message[] {
    const { text, target, choices } = this.#exampleFields;
    const own = this.#config.fewshot_config;
    const question = text(example.row, example.shape);
    const options = choices?.(example.row, example.shape);
    return buildTurn({
      question: hasChoiceContexts && typeof question === 'number' ? (options?.at(question) ?? null) : question,
      choices: hasChoiceContexts ? undefined : options,
      answer: target(example.row, example.shape),
      genPrefix,
      targetDelimiter: own?.target_delimiter ?? this.#config.target_delimiter,
      fewshotDelimiter: own?.fewshot_delimiter ?? this.#config.fewshot_delimiter,
    });
  }

  #render(messages: readonly Message[], isBegun: boolean): string {
    const { chat, fewshotAsMultiturn } = this.#style;
    if (chat === undefined) return toPlainText(messages);
    const turns = fewshotAsMultiturn ? toTurns(messages) : toSingleTurn(messages);
    return chat.render(turns, { ending: isBegun ? 'continue' : 'answer' });
  }
}

/** Errors about a key of `fewshot_config` are to point there. */
function exampleContext(context: FieldContext, overrides: Readonly<Record<string, unknown>>): FieldContext {
  return {
    ...context,
    locate: (path) => context.locate(String(path[0]) in overrides ? ['fewshot_config', ...path] : path),
  };
}

/** Checks what the kind of requests of a task needs. Throws `DataError`. */
export function requireText(value: unknown, what: string, task: string): string {
  if (typeof value === 'string') return value;
  throw new DataError({
    code: 'task-text-expected',
    message: `The task ${task} cannot be asked: ${what} must be a text; found ${JSON.stringify(value)?.slice(0, 80)}.`,
    hint: 'Check doc_to_target of the task.',
    values: { task },
  });
}
