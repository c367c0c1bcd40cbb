/** What the exporter writes into the page: `<meta name="understudy-site" content="static">`. */
const MARK = 'meta[name="understudy-site"][content="static"]';

/** Whether these pages were published as files, without a server: only what was published with them can be seen, and nothing changed. */
export const isStaticSite: boolean = typeof document !== 'undefined' && document.querySelector(MARK) !== null;

/** The address of a file of the pages, `icon.svg`, wherever they are: files that are published may be in any folder. */
export function siteFile(name: string): string {
  return isStaticSite ? `./${name}` : `/${name}`;
}
