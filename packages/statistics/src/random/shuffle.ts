import type { RandomNumbers } from './xoshiro.js';

/** Puts a column in random order, every order alike (R. Durstenfeld, Communications of the ACM 7, 1964). Changes it. */
export function shuffle(column: Int32Array | Float64Array, random: RandomNumbers): void {
  for (let last = column.length - 1; last > 0; last -= 1) {
    // 32 bits over at most 2³¹ places: no place is likelier than another by more than 2⁻³² times their number.
    const other = Math.floor((random.bits() / 4_294_967_296) * (last + 1));
    const kept = column[last]!;
    column[last] = column[other]!;
    column[other] = kept;
  }
}
