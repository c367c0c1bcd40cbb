import { UserError } from '@understudy/core';
import type { ArenaStore, Judge } from '@understudy/store';
import type { Messages } from '../../messages/messages.js';

/** The judge of an id, or of the beginning of one. Throws `UserError` `judge-unknown` or `judge-ambiguous`. */
export async function findJudge(
  store: Pick<ArenaStore, 'listJudges'>,
  name: string,
  { judge: texts }: Messages,
): Promise<Judge> {
  const judges = await store.listJudges();
  const exact = judges.find(({ id }) => id === name);
  if (exact !== undefined) return exact;
  const [first, ...others] = judges.filter(({ id }) => id.startsWith(name));
  if (first !== undefined && others.length === 0) return first;
  const ids = [first, ...others].flatMap((judge) => judge?.id ?? []);
  throw new UserError({
    code: first === undefined ? 'judge-unknown' : 'judge-ambiguous',
    message: first === undefined ? texts.unknown(name) : texts.ambiguous(name, ids.join(', ')),
    hint: texts.lsHint,
    values: { name },
  });
}
