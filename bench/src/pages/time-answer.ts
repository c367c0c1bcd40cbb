import { get } from 'node:http';

/** An answer of the server. */
export interface TimedAnswer {
  readonly ms: number;
  readonly status: number;
  readonly bytes: number;
}

/** Asks once over a connection of its own, and takes the bytes as they are sent. */
export function timeAnswer(url: string, headers: Readonly<Record<string, string>>): Promise<TimedAnswer> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    get(url, { headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () => resolve({ ms: performance.now() - start, status: response.statusCode ?? 0, bytes }));
      response.on('error', reject);
    }).on('error', reject);
  });
}
