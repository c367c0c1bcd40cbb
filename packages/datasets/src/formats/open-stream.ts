import { createReadStream } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** A file's bytes, decompressed when its name ends in `.gz`. */
export function openStream(path: string): Readable {
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  if (!path.endsWith('.gz')) {
    return file;
  }
  return pipeline(file, createGunzip(), () => {}); // An error reaches whoever reads the stream.
}
