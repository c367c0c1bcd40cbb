import type { z } from '@hono/zod-openapi';
import {
  DEFAULT_MACHINE,
  estimateMemory,
  estimateSpeed,
  QUANTIZATION_NAMES,
  type ModelCard,
} from '@understudy/catalog';
import type { EstimatesBody } from '../api/catalog/estimate-schema.js';

type Estimates = z.infer<typeof EstimatesBody>;

/** Contexts to choose among, in tokens, as far as the model's own reaches; its own is always one of them. */
const CONTEXTS = [2048, 4096, 8192, 16_384, 32_768, 65_536, 131_072];
/** Formats of the K/V cache to choose among. */
const KV_CHOICES = ['f16', 'q8_0', 'q4_0'] as const;

/** What running a model takes in each format at some contexts; null where its card does not know enough of it. */
export function estimatesBody(card: ModelCard): Estimates | null {
  const own = card.architecture?.contextLength ?? null;
  if (own === null) return null;
  const contexts = [...CONTEXTS.filter((context) => context < own), own];
  const estimates = contexts.flatMap((contextLength) =>
    KV_CHOICES.flatMap((kvType) =>
      QUANTIZATION_NAMES.flatMap((quantization) => {
        const use = { quantization, contextLength, kvType };
        const memory = estimateMemory(card, use);
        const speed = estimateSpeed(card, use);
        if (memory === undefined) return [];
        return [
          {
            quantization,
            contextLength,
            kvType,
            weightsBytes: memory.weights.bytes,
            kvCacheBytes: memory.kvCacheBytes,
            bytes: memory.bytes,
            isFromShapes: memory.weights.basis === 'shapes',
            decodingTokensPerSecond: speed?.decodingTokensPerSecond ?? null,
            prefillTokensPerSecond: speed?.prefillTokensPerSecond ?? null,
          },
        ];
      }),
    ),
  );
  return estimates.length === 0 ? null : { contexts, kvTypes: [...KV_CHOICES], machine: DEFAULT_MACHINE, estimates };
}
