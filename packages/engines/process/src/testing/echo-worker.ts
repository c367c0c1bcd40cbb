import { DataError } from '@understudy/core';
import { serve } from '../serve.js';

/** A worker for the tests: doubles numbers, fails and dies on request. */
serve({
  calls: {
    double: async (value: number, { onProgress }) => {
      onProgress({ label: 'double', done: 1, total: 1, unit: 'steps' });
      return value * 2;
    },
    fail: async () => {
      throw new DataError({ code: 'broken', message: 'The file is broken.', hint: 'Fetch it again.' });
    },
    abort: async () => {
      console.log('native: about to abort');
      process.abort();
    },
    hang: () => new Promise(() => {}),
  },
  streams: {
    double: async function* (requests: AsyncIterable<Int32Array>) {
      for await (const request of requests) yield request.map((value) => value * 2);
    },
    failAfterTwo: async function* (requests: AsyncIterable<number>) {
      let count = 0;
      for await (const request of requests) {
        if (++count > 2) throw new DataError({ code: 'third', message: 'The third is too much.' });
        yield request;
      }
    },
  },
});
