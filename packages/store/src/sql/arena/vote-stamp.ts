import type { Kysely } from 'kysely';
import type { Tables } from '../tables.js';

/** A text that changes with what results are made of: votes and judgements are only ever added, and so are the events of votes. */
export async function voteStamp(db: Kysely<Tables>): Promise<string> {
  const { votes, events, judgements, judged } = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('votes')
        .select((of) => of.fn.max<number | string | null>('seq').as('last'))
        .as('votes'),
      eb
        .selectFrom('vote_events')
        .select((of) => of.fn.countAll<number | string>().as('count'))
        .as('events'),
      eb
        .selectFrom('judgements')
        .select((of) => of.fn.countAll<number | string>().as('count'))
        .as('judgements'),
      // A judgement that failed is replaced.
      eb
        .selectFrom('judgements')
        .select((of) => of.fn.max<number | string | null>('at').as('last'))
        .as('judged'),
    ])
    .executeTakeFirstOrThrow();
  return `${votes ?? 0}/${events ?? 0}/${judgements ?? 0}/${judged ?? 0}`;
}
