import type { CapabilityColumn } from './capability-map.js';

/**
 * Which table of a row is shown where there is room for one: that with most of open model, GPT-3.5-turbo and GPT-4; of these one of our
 * own measuring, whose errors are known; then one whose source says how it asked, as a table that does not may be gathered from several;
 * then the newest, dates as sources tell them; then that with most models; then by key, so that it is always the same.
 */
export function compareColumns(a: CapabilityColumn, b: CapabilityColumn): number {
  return (
    presence(b) - presence(a) ||
    Number(b.origin === 'measured') - Number(a.origin === 'measured') ||
    Number(b.setting !== null) - Number(a.setting !== null) ||
    byText(b.date ?? '', a.date ?? '') ||
    b.scores.length - a.scores.length ||
    byText(a.key, b.key)
  );
}

function presence({ bestOpen, references }: CapabilityColumn): number {
  return Number(bestOpen !== undefined) + Object.keys(references).length;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
