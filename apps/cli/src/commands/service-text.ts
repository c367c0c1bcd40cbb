import type { Price, ServiceCounters } from '@understudy/core';
import type { Run } from '@understudy/store';
import { z } from 'zod';
import type { Messages } from '../messages/messages.js';
import { formatCount } from '../terminal/format-count.js';

const price = z.object({
  input: z.number(),
  output: z.number(),
  currency: z.string(),
  date: z.string(),
  source: z.string(),
});

/** What a run of ours keeps: `EngineInfo` by purpose, of which the price is shown. */
const stored = z.record(
  z.string(),
  z.object({ server: z.object({ price: price.nullable() }).optional().catch(undefined) }).optional(),
);

/** The price that a run's costs were reckoned with; null when it had none. */
export function usedPrice({ engine }: Run): Price | null {
  const infos = Object.values(stored.safeParse(engine).data ?? {});
  return infos.map((info) => info?.server?.price ?? null).find((found) => found !== null) ?? null;
}

/** What a server's answers came to: a line on requests and tokens, one on what they cost, and one on its configurations. */
export function serviceLines(
  service: ServiceCounters,
  { promptTokens, generatedTokens }: { readonly promptTokens: number; readonly generatedTokens: number },
  { used, texts }: { readonly used: Price | null; readonly texts: Messages['summary'] },
): readonly string[] {
  const work = [
    texts.answered(formatCount(service.answered)),
    ...some(service.retries, texts.retries),
    ...some(service.rateLimited, texts.rateLimited),
    ...some(service.failed, texts.failed),
    texts.promptTokens(formatCount(promptTokens)),
    texts.generated(formatCount(generatedTokens)),
  ];
  const fingerprints = Object.entries(service.fingerprints);
  const counts = fingerprints.map(([name, count]) => `${name} (${formatCount(count)})`).join(', ');
  return [
    work.join(', '),
    costLine(service, used, texts),
    ...(fingerprints.length > 1 ? [texts.fingerprints(counts)] : []),
  ];
}

function costLine(service: ServiceCounters, used: Price | null, texts: Messages['summary']): string {
  if (service.cost === null && used === null) return texts.noPrice;
  const amount = (value: number): string => formatAmount(value, service.currency ?? used?.currency ?? '');
  const parts = [texts.cost(amount(service.cost ?? 0))];
  if (used !== null) parts.push(texts.price(String(used.input), String(used.output), used.source, used.date));
  if (service.uncertainCost > 0) parts.push(texts.uncertainCost(amount(service.uncertainCost)));
  parts.push(...some(service.unpriced, texts.unpriced));
  return parts.join(', ');
}

function some(count: number, text: (count: string) => string): readonly string[] {
  return count > 0 ? [text(formatCount(count))] : [];
}

/** An amount of money: cents and, for small sums, three digits that say something. */
export function formatAmount(amount: number, currency: string): string {
  const text = amount === 0 || amount >= 1 ? amount.toFixed(2) : amount.toPrecision(3);
  return `${text} ${currency}`.trim();
}
