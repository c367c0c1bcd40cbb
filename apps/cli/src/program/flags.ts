/** The part of an option that its spelling depends on. */
interface Flagged {
  readonly flag: string;
}

/**
 * Rewrites `--num-fewshot` to `--num_fewshot` where a flag is known by the latter, and the other way round, with or
 * without `=value`. Words behind `--` are left alone.
 */
export function canonicalFlags(argv: readonly string[], options: readonly Flagged[]): string[] {
  const known = new Map(options.map(({ flag }) => [flag.replaceAll('_', '-'), flag]));
  const end = argv.indexOf('--');
  return argv.map((argument, place) => {
    const [, flag, value = ''] = /^--([A-Za-z][\w-]*)(=.*)?$/s.exec(argument) ?? [];
    const canonical = flag === undefined ? undefined : known.get(flag.replaceAll('_', '-'));
    const isOption = canonical !== undefined && (end < 0 || place < end);
    return isOption ? `--${canonical}${value}` : argument;
  });
}
