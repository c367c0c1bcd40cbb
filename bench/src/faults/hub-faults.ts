import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import type { CliResult } from './cli-process.js';
import type { Fault } from './fault.js';
import { refusal } from './refusal.js';
import type { Scene } from './scene.js';

/** Evaluates a task of the hub while a server stands in for it; undefined: at its port nobody listens any more. */
async function evaluateAt(server: Server, isListening: boolean, scene: Scene): Promise<CliResult> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // An IP socket that listens has this kind of address.
  if (!isListening) server.close();
  try {
    return await scene.run(['eval', '--model', scene.model(), '--tasks', 'arc_easy', '--limit', '4'], {
      HF_ENDPOINT: `http://127.0.0.1:${port}`,
    });
  } finally {
    server.close();
  }
}

/** Data hubs that are of no use. */
export const hubFaults: readonly Fault[] = [
  refusal('dead hub: nobody listens', { message: /Could not fetch the dataset allenai\/ai2_arc/ }, (scene) =>
    evaluateAt(createServer(), false, scene),
  ),
  refusal('dead hub: it accepts and is silent', { message: /Could not fetch the dataset allenai\/ai2_arc/ }, (scene) =>
    evaluateAt(createServer(), true, scene),
  ),
  refusal('dead hub: it answers 503', { message: /Could not fetch the dataset allenai\/ai2_arc.*503/s }, (scene) =>
    evaluateAt(
      createHttpServer((_request, response) => response.writeHead(503).end('out of order')),
      true,
      scene,
    ),
  ),
];
