// @ts-check

/** What every card says itself: the identity, and what differs from release to release, where a value taken over unseen would be wrong. */
const OWN = ['version', 'id', 'name', 'kind', 'released', 'baseModel', 'parameters', 'weights'];

/**
 * The files of cards: each family's most common blocks in `<family>/family.yaml`, in each card what differs. A family of one has no
 * file of its own.
 * @param {readonly import('./to-card.mjs').Card[]} cards
 * @returns {ReadonlyMap<string, Record<string, unknown>>}
 */
export function shareFamilies(cards) {
  /** @type {Map<string, Record<string, unknown>>} */
  const files = new Map();
  for (const [family, members] of groupByFamily(cards)) {
    const shared = members.length === 1 ? {} : sharedBlocks(members);
    if (members.length > 1) files.set(`${family}/family.yaml`, { version: 2, family, ...shared });
    for (const card of members) {
      const own = Object.entries(card).filter(
        ([block, value]) => members.length === 1 || !(block === 'family' || same(shared[block], value)),
      );
      files.set(`${family}/${card.id}.yaml`, Object.fromEntries(own));
    }
  }
  return files;
}

/** @param {readonly import('./to-card.mjs').Card[]} cards */
function groupByFamily(cards) {
  /** @type {Map<string, import('./to-card.mjs').Card[]>} */
  const families = new Map();
  for (const card of cards) families.set(card.family, [...(families.get(card.family) ?? []), card]);
  return families;
}

/**
 * Blocks that at least two members have alike, and none has more often; the first member's where two are as common.
 * @param {readonly import('./to-card.mjs').Card[]} members
 */
function sharedBlocks(members) {
  const [first = {}] = members;
  const blocks = Object.keys(first).filter((block) => ![...OWN, 'family'].includes(block));
  /** @type {Record<string, unknown>} */
  const shared = {};
  for (const block of blocks) {
    const values = members.map((card) => card[block]);
    const counts = values.map((value) => values.filter((other) => same(value, other)).length);
    const most = Math.max(...counts);
    if (most > 1) shared[block] = values[counts.indexOf(most)];
  }
  return shared;
}

/**
 * @param {unknown} a
 * @param {unknown} b
 */
function same(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}
