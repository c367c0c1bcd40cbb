import type { Context } from 'hono';
import { newNonce, pagePolicy } from '../http/security-headers.js';
import type { Site, SiteFile } from './load-site.js';

const NOT_BUILT = `The web pages are not built. Build them with: npm run build --workspace @understudy/web
网页尚未构建。请先运行：npm run build --workspace @understudy/web
`;

async function answerFile(c: Context, file: SiteFile): Promise<Response> {
  const headers = new Headers({
    'Content-Type': file.type,
    'Cache-Control': file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: file.etag,
    Vary: 'Accept-Encoding',
  });
  if (c.req.header('if-none-match') === file.etag) return new Response(null, { status: 304, headers });
  const takesBrotli = /\bbr\b/.test(c.req.header('accept-encoding') ?? '');
  const brotli = takesBrotli ? await file.brotli() : undefined;
  if (brotli !== undefined) headers.set('Content-Encoding', 'br');
  return new Response(brotli ?? file.bytes, { headers });
}

/** The page with a nonce of its own, which the pages give to the style elements they make. */
function answerPage(index: string): Response {
  const nonce = newNonce();
  const html = index.replace('<head>', `<head><meta name="csp-nonce" content="${nonce}" />`);
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': pagePolicy(nonce),
      'Cache-Control': 'no-store',
    },
  });
}

/** Answers with a file of the web pages, or with the page itself for a path that is no file's: the pages know what to show there. */
export function serveSite(site: Site | undefined) {
  return async (c: Context): Promise<Response> => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return c.text('Method not allowed.', 405);
    const path = c.req.path;
    if (site === undefined) return c.text(NOT_BUILT, 503);
    const file = site.files.get(path);
    if (file !== undefined) return answerFile(c, file);
    // Names of files end in letters; ids of models have dots before digits.
    const isFile = /\.[a-z][a-z0-9]*$/i.test(path);
    return isFile ? c.text('Not found.', 404) : answerPage(site.index);
  };
}
