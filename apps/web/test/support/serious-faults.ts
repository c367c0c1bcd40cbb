import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** As much of axe-core's result as is looked at. */
interface AxeWindow {
  readonly axe: {
    readonly run: () => Promise<{
      readonly violations: readonly {
        readonly id: string;
        readonly impact: string | null;
        readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
      }[];
    }>;
  };
}

/** The serious and critical faults that axe-core finds in a page. */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
  // Evaluated by the browser's debugger: the content-security policy would refuse a script element.
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => (window as unknown as AxeWindow).axe.run());
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}
