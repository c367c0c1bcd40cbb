import type { ArenaPlace } from './arena-place.js';
import { describeContent } from './content-contract.js';
import { describeConversations } from './conversation-contract.js';
import { describeRecords } from './record-contract.js';
import { describeStudies } from './study-contract.js';
import { describeVotes } from './vote-contract.js';

/** What every arena must hold to; run for each implementation. `makePlace` gives a new, empty database. */
export function describeArena(name: string, makePlace: () => ArenaPlace): void {
  describeContent(name, makePlace);
  describeStudies(name, makePlace);
  describeVotes(name, makePlace);
  describeConversations(name, makePlace);
  describeRecords(name, makePlace);
}
