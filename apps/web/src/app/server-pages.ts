import { isStaticSite } from '../server/static-site.js';

/** Pages that only a server can serve: what changes something, what computes for whoever asks, and what is not for everybody. */
const SERVER_PAGES: readonly string[] = [
  '/advise',
  '/studies/',
  '/arena/',
  '/votes-needed',
  '/stand-in',
  '/judges',
  '/runs/compare',
  '/pairs',
  '/snapshots',
  '/annotators',
  '/keys',
  '/audit',
  '/exchange',
  '/sign-in',
  '/join',
];

/** Results of votes are published study by study: one comes to them from the studies. */
const STUDY_PAGES: readonly string[] = ['/ratings', '/heat-maps', '/agreement'];

/** Whether a page needs a server and there is none. */
export function lacksServer(path: string): boolean {
  return isStaticSite && SERVER_PAGES.some((page) => path.startsWith(page));
}

/** Whether the navigation leads to a page. */
export function isInNavigation(path: string): boolean {
  return !isStaticSite || !(lacksServer(path) || STUDY_PAGES.includes(path));
}
