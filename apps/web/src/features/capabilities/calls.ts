import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type AnswerOf } from '../../server/client.js';

/** Areas × benchmarks, with the tables that have them. */
export type Capabilities = AnswerOf<typeof api.catalog.capabilities.$get>;
export type CapabilityRow = Capabilities['rows'][number];
export type CapabilityColumn = CapabilityRow['columns'][number];
export type CapabilityScore = CapabilityColumn['scores'][number];
export type CapabilityVerdict = NonNullable<CapabilityColumn['verdicts']['gpt-4']>;
export type Area = CapabilityRow['area'];

/** What open models are held against. */
export const REFERENCES = ['gpt-3.5', 'gpt-4'] as const;
export type Reference = (typeof REFERENCES)[number];

export const capabilitiesQuery = queryOptions({
  queryKey: ['catalog', 'capabilities'],
  queryFn: () => answerOf(api.catalog.capabilities.$get()),
});
