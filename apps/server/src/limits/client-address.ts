import { createHash, randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';

const DAY_MS = 86_400_000;

/** The part of an address that stands for one client: IPv6 networks of 64 bits are given to single homes. */
export function clientNetwork(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}

/** Turns addresses into names that hold for a day: with a random salt that is never stored, so that nobody can turn them back later. */
export class AddressHash {
  readonly #now: () => number;
  #day = -1;
  #salt = '';

  constructor(now: () => number) {
    this.#now = now;
  }

  hash(address: string): string {
    const day = Math.floor(this.#now() / DAY_MS);
    if (day !== this.#day) {
      this.#day = day;
      this.#salt = randomBytes(32).toString('hex');
    }
    return createHash('sha256')
      .update(`${this.#salt} ${clientNetwork(address)}`)
      .digest('hex')
      .slice(0, 16);
  }
}
