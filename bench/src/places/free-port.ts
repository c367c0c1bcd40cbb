import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** A TCP port of the loopback that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // An IP socket that listens has this kind of address.
  server.close();
  await once(server, 'close');
  return port;
}
