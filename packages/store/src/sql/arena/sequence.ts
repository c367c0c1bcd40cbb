import type { Transaction } from 'kysely';
import type { Tables } from '../tables.js';

/**
 * Takes the next `count` numbers of a sequence and gives the first of them. The row stays locked until the transaction ends, so numbers
 * become visible in their order: who has read up to one number never misses a smaller one. (A database's own sequences do not promise that.)
 */
export async function takeNumbers(
  transaction: Transaction<Tables>,
  name: 'vote' | 'audit' | 'result',
  count = 1,
): Promise<number> {
  const { value } = await transaction
    .updateTable('sequences')
    .set((eb) => ({ value: eb('value', '+', count) }))
    .where('name', '=', name)
    .returning('value')
    .executeTakeFirstOrThrow();
  return value - count + 1;
}
