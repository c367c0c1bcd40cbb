/** What a spreadsheet takes for a formula: a text that begins like one, a number apart; or such a text that is guarded already. */
const FORMULA = /^'*[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+(?:\.\d*)?(?:e[+-]?\d+)?$/i;

/**
 * A cell as it may stand in a file that somebody opens with a spreadsheet: an apostrophe in front of what would be calculated there
 * (`=HYPERLINK(…)` as the name of a model). Source: OWASP, CSV Injection.
 */
export function guardFormula(cell: string): string {
  return FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before `guardFormula`. */
export function unguardFormula(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
