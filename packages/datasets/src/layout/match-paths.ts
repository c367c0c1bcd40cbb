import picomatch from 'picomatch';

/** Files that belong to a repository rather than to its data (`datasets`: `FILES_TO_IGNORE`). */
const IGNORED = [
  'README.md',
  'config.json',
  'dataset_info.json',
  'dataset_infos.json',
  'dummy_data.zip',
  'dataset_dict.json',
];

/**
 * The paths a pattern of a data set card stands for, sorted. `*` stays inside a folder, `**` crosses folders, `[…]` is a set of
 * characters. Hidden files and `__folders__` have to be named, as in `datasets` (`resolve_pattern`).
 */
export function matchPaths(pattern: string, paths: readonly string[]): readonly string[] {
  const clean = pattern.replace(/^\.\//, '');
  const isMatch = picomatch(clean, { dot: true, nobrace: true, noextglob: true, nonegate: true });
  const fileName = clean.split('/').at(-1) ?? '';
  return paths
    .filter((path) => path === clean || isMatch(path))
    .filter((path) => {
      const name = path.split('/').at(-1) ?? '';
      return (name === fileName || !IGNORED.includes(name)) && countSpecial(path) === countSpecial(clean);
    })
    .sort();
}

/** How many parts of a path are hidden, or folders that begin with `__`. */
function countSpecial(path: string): number {
  const parts = path.split('/');
  const hidden = parts.filter((part) => /^\.+[^.]/.test(part)).length;
  return hidden + parts.slice(0, -1).filter((part) => part.startsWith('__')).length;
}
