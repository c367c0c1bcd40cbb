import { matchPaths } from './match-paths.js';

/** Patterns of the files of one split. */
export interface SplitPatterns {
  readonly split: string;
  readonly patterns: readonly string[];
}

/** Words in names of files and folders that tell a split, in the order in which splits are listed (`datasets`: `SPLIT_KEYWORDS`). */
const KEYWORDS: readonly (readonly [string, readonly string[]])[] = [
  ['train', ['train', 'training']],
  ['validation', ['validation', 'valid', 'dev', 'val']],
  ['test', ['test', 'testing', 'eval', 'evaluation']],
];
const SEPARATOR = '[-._ 0-9]';
const SHARD = /^data\/(?<split>.+)-\d{5}-of-\d{5}[^/]*\.[^/]*$/;

/**
 * The splits of a repository whose card does not list its files, by the names of files and folders (`datasets`:
 * `_get_data_files_patterns`): `data/<split>-00000-of-00001.*`, else folders named for splits, else files named for splits, else
 * everything is `train`.
 */
export function defaultPatterns(paths: readonly string[]): readonly SplitPatterns[] {
  const shardSplits = new Set(paths.flatMap((path) => SHARD.exec(path)?.groups?.['split'] ?? []));
  if (shardSplits.size > 0) {
    const known = KEYWORDS.map(([split]) => split).filter((split) => shardSplits.has(split));
    const others = [...shardSplits].filter((split) => !known.includes(split)).sort();
    return [...known, ...others].map((split) => ({
      split,
      patterns: [`data/${split}-[0-9][0-9][0-9][0-9][0-9]-of-*`],
    }));
  }
  const byFolder = KEYWORDS.map(([split, words]) => ({ split, patterns: words.flatMap(folderPatterns) }));
  const byFile = KEYWORDS.map(([split, words]) => ({ split, patterns: words.flatMap(filePatterns) }));
  for (const candidates of [byFolder, byFile]) {
    const found = candidates.filter(({ patterns }) =>
      patterns.some((pattern) => matchPaths(pattern, paths).length > 0),
    );
    if (found.length > 0) {
      return found;
    }
  }
  return [{ split: 'train', patterns: ['**'] }];
}

function folderPatterns(word: string): readonly string[] {
  return [
    `**/${word}/**`,
    `**/${word}${SEPARATOR}*/**`,
    `**/*${SEPARATOR}${word}/**`,
    `**/*${SEPARATOR}${word}${SEPARATOR}*/**`,
  ];
}

function filePatterns(word: string): readonly string[] {
  return [`**/${word}${SEPARATOR}*`, `**/*${SEPARATOR}${word}${SEPARATOR}*`];
}
