import { describe, expect, it } from 'vitest';
import type { ArenaPlace } from './arena-place.js';
import { collect } from './collect.js';
import { makeItem, openArena } from './make-arena.js';
import { startProgram } from './start-program.js';

/** An arena that other processes can open too, under its address: a path or a URL. */
export interface SharedArenaPlace extends ArenaPlace {
  readonly address: string;
}

/** What an arena must hold to that several processes have open. */
export function describeArenaProcesses(name: string, makePlace: () => SharedArenaPlace): void {
  describe(`${name}: several processes`, () => {
    it('keeps every acknowledged vote, whole, when the voting process is killed', async () => {
      const place = makePlace();
      await using store = await place.open();
      await openArena(
        store,
        Array.from({ length: 2_000 }, (_, number) => makeItem(number)),
      );
      const { child, exited, lines } = startProgram('cast-votes', [place.address, 'killed', '2000']);
      const acknowledged: string[] = [];
      for await (const line of lines) {
        acknowledged.push(line);
        if (acknowledged.length === 40) child.kill('SIGKILL');
      }
      await exited;
      const stored = (await collect(store.votes())).map((vote) => vote.voteId);
      expect(acknowledged.length).toBeGreaterThanOrEqual(40);
      expect(stored.length).toBeLessThan(2_000);
      expect(stored.slice(0, acknowledged.length)).toEqual(acknowledged);
      // Nothing is half done: the counts agree with the votes, and the next process goes on.
      const counted = (await store.studyItems('study')).reduce((sum, { votes }) => sum + votes, 0);
      expect(counted).toBe(stored.length);
      const next = startProgram('cast-votes', [place.address, 'next', '5']);
      expect(await collect(next.lines)).toHaveLength(5);
    });

    it('lets several processes vote at once, and gives each place once', async () => {
      const place = makePlace();
      await using store = await place.open();
      await openArena(
        store,
        Array.from({ length: 30 }, (_, number) => makeItem(number, { wanted: 3 })),
      );
      const voters = ['one', 'two', 'three'].map((voter) => startProgram('cast-votes', [place.address, voter, '999']));
      const acknowledged = (await Promise.all(voters.map(({ lines }) => collect(lines)))).flat();
      expect(await Promise.all(voters.map(({ exited }) => exited))).toEqual(voters.map(() => [0, null]));
      const votes = await collect(store.votes());
      expect(votes.map((vote) => vote.voteId).sort()).toEqual(acknowledged.sort());
      expect(votes.map((vote) => vote.seq)).toEqual(Array.from({ length: 90 }, (_, index) => index + 1));
      expect((await store.studyItems('study')).map((item) => item.votes)).toEqual(Array.from({ length: 30 }, () => 3));
    });
  });
}
