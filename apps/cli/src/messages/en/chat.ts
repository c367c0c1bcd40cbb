/** What `chat` says between the messages. */
export const chat = {
  ready: (model: string, engine: string) =>
    `${model} (${engine}). /exit leaves, /reset starts over, /system TEXT sets the system message, /adapter FILE[:SCALE] lays a LoRA adapter over the model.`,
  prompt: '> ',
  reset: 'The conversation starts over.',
  adapters: (count: string) => `Adapters over the model from now on: ${count}.`,
  system: 'The system message is set; the conversation starts over.',
  unknown: (command: string) =>
    `There is no ${command}. There are /exit, /reset, /system TEXT and /adapter [FILE[:SCALE]].`,
  forgotten: (count: string) => `The first ${count} messages no longer fit into the context and were left out.`,
  tooLong: 'The message alone does not fit into the context.',
  cut: 'The answer was cut at the token limit; --max_gen_toks raises it.',
  noTemplate: (model: string) =>
    `The model ${model} has no chat template: it continues texts, and was not made to converse.`,
  noTemplateHint:
    'Give it a template: --chat_template NAME or FILE; or take an instruct model, e.g. smollm2-135m-instruct.',
  singleTurn: 'The chat template is made for one question and its answer. /reset starts over.',
  failed: (code: string, message: string) => `No answer (${code}): ${message}`,
};
