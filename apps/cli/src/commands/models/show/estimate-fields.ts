import type { ModelKnowledge } from '@understudy/catalog';
import type { Messages } from '../../../messages/messages.js';
import type { Field } from '../../../terminal/fields.js';
import { formatCount } from '../../../terminal/format-count.js';
import { formatGibibytes } from '../../advise/format-gibibytes.js';

/** What running a model takes, as estimated from its card. */
export function estimateFields({ memory, speed }: ModelKnowledge, texts: Messages['knowledge']): readonly Field[] {
  return [
    [texts.fields.memory, memoryText(memory, texts)],
    [texts.fields.speed, speedText(speed, texts)],
  ];
}

function memoryText(memory: ModelKnowledge['memory'], texts: Messages['knowledge']): string | undefined {
  if (memory === undefined) return undefined;
  const { bytes, weights, kvCacheBytes, contextLength, quantization } = memory;
  const [total, own, cache] = [bytes, weights.bytes, kvCacheBytes].map(formatGibibytes);
  const text = texts.memory(total ?? '', own ?? '', cache ?? '', formatCount(contextLength), quantization);
  return weights.basis === 'average' ? `${text}\n${texts.averaged}` : text;
}

function speedText(speed: ModelKnowledge['speed'], texts: Messages['knowledge']): string | undefined {
  if (speed === undefined) return undefined;
  const { decodingTokensPerSecond: decoding, prefillTokensPerSecond: reading, machine } = speed;
  const [written, read] = [decoding, reading].map((rate) => (rate < 10 ? rate.toFixed(1) : formatCount(rate)));
  return texts.speed(written ?? '', read ?? '', String(machine.bandwidth), String(machine.compute));
}
