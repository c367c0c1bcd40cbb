import { once } from 'node:events';
import { createServer } from 'node:net';

/** Addresses in one of the networks that all mean this machine. */
const PER_NETWORK = 200;

/** The address of a voter: each its own, as people at home have them, within 127.0.0.0/8. */
export function loopbackAddress(voter: number): string {
  return `127.7.${1 + Math.floor(voter / PER_NETWORK)}.${1 + (voter % PER_NETWORK)}`;
}

/** Whether this machine takes all of 127.0.0.0/8 for itself: Linux does, macOS knows 127.0.0.1 alone. */
export async function hasLoopbackAddresses(): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(0, loopbackAddress(0));
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
