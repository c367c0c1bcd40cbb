/** What a published page may load: files beside it, nothing of any other host, and no script or style within a page. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * The page as it is published: it finds its files beside itself, knows that it has no server, and carries the content-security policy that
 * a server would send (a plain server of files sends none).
 */
export function staticPage(index: string): string {
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}" />`,
    '<meta name="understudy-site" content="static" />',
  ].join('\n    ');
  return index.replace('<head>', `<head>\n    ${head}`).replaceAll(/\b(href|src)="\//g, '$1="./');
}
