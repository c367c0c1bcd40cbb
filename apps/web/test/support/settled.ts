import type { Page } from 'playwright-core';

/** Waits until a page has its title and its data, and asks for nothing more. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelector('[aria-busy=true], .mantine-Loader-root') === null);
  await page.evaluate(() => document.fonts.ready);
}
