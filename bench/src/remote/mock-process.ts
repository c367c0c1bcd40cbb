import { parseArgs } from 'node:util';
import { MockServer } from './mock-server.js';

// Program: `mock-process.js --latency MS [--rate N]` serves until its standard input ends; prints its address first.

const { values } = parseArgs({
  options: { latency: { type: 'string', default: '50' }, rate: { type: 'string' } },
});
await using server = await MockServer.start({
  latencyMs: Number(values.latency),
  requestsPerSecond: values.rate === undefined ? undefined : Number(values.rate),
});
process.stdout.write(`${server.baseUrl}\n`);
for await (const _ of process.stdin);
