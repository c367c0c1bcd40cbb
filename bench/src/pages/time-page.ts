import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';

/** One visit of a page by a browser that keeps nothing. */
export interface PageVisit {
  /** Milliseconds from the navigation until the page has its heading and its links, and no long task of its scripts is under way. */
  readonly interactiveMs: number;
  /** Until its first pixels of content. */
  readonly firstPaintMs: number;
  /** Until its data stood in it. */
  readonly completeMs: number;
  /** Scripts as gzip sends them. */
  readonly scriptBytes: number;
}

/**
 * Runs in the page before its scripts: notes when heading and a link are there, and when the last long task (of 50 ms and more, as the
 * browser counts) ended. A text, as this package knows no browser.
 */
const TAKE_NOTES = `
  const notes = { shownAt: NaN, busyUntil: 0 };
  globalThis.understudyNotes = notes;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) notes.busyUntil = startTime + duration;
  }).observe({ type: 'longtask', buffered: true });
  const look = () => {
    if (document.querySelector('main h1') && document.querySelector('nav a')) notes.shownAt = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

const READ_NOTES = `({
  interactiveMs: Math.max(understudyNotes.shownAt, understudyNotes.busyUntil),
  firstPaintMs: performance.getEntriesByName('first-contentful-paint')[0].startTime,
})`;

async function visit(page: Page, url: string, ready: string): Promise<PageVisit> {
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body());
  });
  await page.addInitScript({ content: TAKE_NOTES });
  await page.goto(url);
  await page.locator(ready).first().waitFor();
  const completeMs = await page.evaluate<number>('performance.now()');
  await page.waitForLoadState('networkidle');
  const notes = await page.evaluate<Pick<PageVisit, 'interactiveMs' | 'firstPaintMs'>>(READ_NOTES);
  const bodies = await Promise.all(scripts);
  const scriptBytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
  return { ...notes, completeMs, scriptBytes };
}

/** What is visited. */
export interface VisitOptions {
  readonly url: string;
  /** What stands in the page once its data came. */
  readonly ready: string;
  /** Of the server. */
  readonly key: string;
}

/** Visits a page as somebody who has never been there. */
export async function timePage(browser: Browser, { url, ready, key }: VisitOptions): Promise<PageVisit> {
  await using context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    extraHTTPHeaders: { Authorization: `Bearer ${key}` },
  });
  return await visit(await context.newPage(), url, ready);
}
