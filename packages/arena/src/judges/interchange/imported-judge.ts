import type { Judge } from '@understudy/store';
import { z } from 'zod';

const importedSchema = z.object({ imported: z.literal(true) });

/** Decoding of a judge whose judgements are from another tool, which asked in one order only. */
export const IMPORTED_DECODING = JSON.stringify({ imported: true });

/** True for a judge whose judgements were imported: then one order makes a battle. */
export function asksOneOrder({ decoding }: Judge): boolean {
  try {
    return importedSchema.safeParse(JSON.parse(decoding)).success;
  } catch {
    return false;
  }
}
