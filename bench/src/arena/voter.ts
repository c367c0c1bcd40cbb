import type { ArenaClient } from './arena-client.js';

/** A vote that the server acknowledged. */
export interface Acknowledged {
  readonly voteId: string;
  readonly assignmentId: string;
  readonly outcome: string;
  /** The server had it already: its first answer was lost on the way. */
  readonly repeated: boolean;
  /** From the first sending to the acknowledgement. */
  readonly seconds: number;
}

const OUTCOMES = ['a', 'b', 'tie', 'both_bad'] as const;

/**
 * Votes until nothing is left, as fast as the server answers. Each vote is sent until it is acknowledged, and now and then once more after that,
 * with another outcome: it must not count.
 */
export async function voteAll(
  client: ArenaClient,
  studyId: string,
  onVote: (vote: Acknowledged) => void,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (let n = 0; ; n += 1) {
    const next = await client.post('/api/assignments/next', { studyId });
    if (next.status !== 200) return [...wrong, `next: ${next.status} ${JSON.stringify(next.body)}`];
    const assignment = next.body['assignment'] as { id: string; token: string } | null;
    if (assignment === null) return wrong;
    const { id, token } = assignment;
    const outcome = OUTCOMES[n % OUTCOMES.length] ?? 'tie';
    const from = performance.now();
    const { status, body } = await client.post(`/api/assignments/${id}/vote`, { token, outcome });
    // An answer to `next` that came too late was asked for again: only the newest token holds. The same pair is given again.
    if (status === 403 && (body['error'] as { code?: string } | undefined)?.code === 'vote-token') continue;
    if (status !== 200) return [...wrong, `vote: ${status} ${JSON.stringify(body)}`];
    const seconds = (performance.now() - from) / 1000;
    const { voteId, repeated } = body as { voteId: string; repeated: boolean };
    onVote({ voteId, assignmentId: id, outcome, repeated, seconds });
    if (n % 5 !== 4) continue;
    const replay = await client.post(`/api/assignments/${id}/vote`, { token, outcome: 'skip' });
    const isSame =
      replay.body['voteId'] === voteId && replay.body['repeated'] === true && replay.body['outcome'] === outcome;
    if (!isSame) wrong.push(`replay: ${replay.status} ${JSON.stringify(replay.body)}`);
  }
}
