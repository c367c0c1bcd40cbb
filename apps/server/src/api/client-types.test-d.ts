import { hc, type InferRequestType, type InferResponseType } from 'hono/client';
import { expectTypeOf } from 'vitest';
import type { AppType } from './assemble-api.js';

// What the web pages rely on: a client made of `AppType` knows inputs and answers.
const client = hc<AppType>('/');

expectTypeOf<InferResponseType<typeof client.api.session.$get>>().toExtend<{
  readonly role: 'viewer' | 'annotator' | 'admin' | null;
  readonly csrf: string | null;
}>();
expectTypeOf<InferResponseType<typeof client.api.session.$get>['csrf']>().toEqualTypeOf<string | null>();

const vote = client.api.assignments[':id'].vote.$post;
expectTypeOf<InferRequestType<typeof vote>['json']['outcome']>().toEqualTypeOf<
  'a' | 'b' | 'tie' | 'both_bad' | 'skip'
>();
expectTypeOf<InferRequestType<typeof vote>['param']['id']>().toEqualTypeOf<string>();
expectTypeOf<InferResponseType<typeof vote>['undoUntil']>().toEqualTypeOf<number>();

const ratings = client.api.ratings.$get;
expectTypeOf<InferRequestType<typeof ratings>['query']['bootstrap']>().toEqualTypeOf<string | undefined>();
expectTypeOf<InferResponseType<typeof ratings>['models'][number]['rating']>().toEqualTypeOf<number>();
expectTypeOf<InferResponseType<typeof ratings>['models'][number]['lower']>().toEqualTypeOf<number | null>();

const next = client.api.assignments.next.$post;
expectTypeOf<NonNullable<InferResponseType<typeof next>['assignment']>['answers']>().toEqualTypeOf<{
  a: readonly string[];
  b: readonly string[];
} | null>();
