import type { ModelFileDetails } from '@understudy/catalog';
import type { Messages } from '../../../messages/messages.js';
import type { Field } from '../../../terminal/fields.js';
import { formatBytes } from '../../../terminal/format-bytes.js';
import { formatCount } from '../../../terminal/format-count.js';

/** What the files of a model say. */
export function fileFields(file: ModelFileDetails, texts: Messages['models']): readonly Field[] {
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
        memory.kvType,
      ),
    ],
    [fields.chatTemplate, description.chatTemplate ?? texts.noTemplate],
  ];
}
