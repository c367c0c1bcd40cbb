import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { missingSite } from './serve-arena.js';

const CHROMIUM = process.env['UNDERSTUDY_CHROMIUM'] ?? '/usr/bin/chromium';

/** Why no browser test can run here; null: all is there. */
export function missingForBrowser(): string | null {
  return existsSync(CHROMIUM) ? missingSite() : `skipped: there is no ${CHROMIUM}, see UNDERSTUDY_CHROMIUM`;
}

/** A real browser. */
export interface TestBrowser extends AsyncDisposable {
  /** Opens a page of a new person: nothing is kept from others. What the page complains of is kept in `complaints`. */
  readonly open: (url: string, options?: BrowserContextOptions) => Promise<WatchedPage>;
}

/** A page, what it complained of, and all that came to it over the network. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors of scripts and of the content-security policy, and requests to other hosts. */
  readonly complaints: readonly string[];
  /** Bodies of all answers of the API so far. */
  readonly received: () => Promise<readonly string[]>;
}

function watch(page: Page, host: string): Pick<WatchedPage, 'complaints' | 'received'> {
  const complaints: string[] = [];
  const received: Promise<string>[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (hostname !== (host || '127.0.0.1') && protocol.startsWith('http'))
      complaints.push(`request to ${request.url()}`);
  });
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.startsWith('/api/')) received.push(response.text().catch(() => ''));
  });
  return { complaints, received: () => Promise.all(received) };
}

/** Starts Chromium; as root without its sandbox, which root cannot have. */
export async function openBrowser(): Promise<TestBrowser> {
  const browser: Browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  return {
    open: async (url, options = {}) => {
      const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, ...options });
      const page = await context.newPage();
      const watched = watch(page, new URL(url).hostname);
      await page.goto(url);
      return { page, ...watched };
    },
    [Symbol.asyncDispose]: () => browser.close(),
  };
}
