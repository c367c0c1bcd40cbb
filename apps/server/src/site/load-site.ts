import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { getMimeType } from 'hono/utils/mime';

const compress = promisify(brotliCompress);

/** A file of the built web pages. */
export interface SiteFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Compressed, where that is smaller; made on first use. */
  readonly brotli: () => Promise<Uint8Array<ArrayBuffer> | undefined>;
  readonly etag: string;
  /** Its name has a hash of its content, so a browser may keep it for good. */
  readonly isImmutable: boolean;
}

/** The built web pages in memory, by path (`/assets/index-1a2b3c4d.js`): what is not in here cannot be asked for. */
export interface Site {
  readonly files: ReadonlyMap<string, SiteFile>;
  /** The page of all paths that are no files. */
  readonly index: string;
}

const TEXT = /^(text\/|application\/(javascript|json|manifest\+json)|image\/svg)/;

async function compressed(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!TEXT.test(type)) return undefined;
  const small = await compress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  return small.length < bytes.length ? new Uint8Array(small) : undefined;
}

function siteFile(path: string, bytes: Uint8Array<ArrayBuffer>): SiteFile {
  const type = getMimeType(path) ?? 'application/octet-stream';
  let brotli: Promise<Uint8Array<ArrayBuffer> | undefined> | undefined;
  return {
    type,
    bytes,
    brotli: () => (brotli ??= compressed(bytes, type)),
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    isImmutable: path.startsWith('/assets/'),
  };
}

/** Reads the built web pages; undefined when there are none in the folder. */
export async function loadSite(folder: string): Promise<Site | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = new Map<string, SiteFile>();
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.endsWith('.map')) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    files.set(path, siteFile(path, new Uint8Array(await readFile(file))));
  }
  const index = files.get('/index.html');
  if (index === undefined) return undefined;
  files.delete('/index.html');
  return { files, index: new TextDecoder().decode(index.bytes) };
}
