import type { Language } from './messages.js';

/** Chinese in any script or region reads 简体中文 here; everything else reads English. */
function languageOf(tag: string): Language {
  return /^zh\b/i.test(tag.replaceAll('_', '-')) ? 'zh-CN' : 'en';
}

/** The value of `--lang`, which counts before the command line is parsed: help and errors are already texts. */
function languageOption(argv: readonly string[]): string | undefined {
  const place = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  if (place < 0) return undefined;
  const argument = argv[place] ?? '';
  return argument.includes('=') ? argument.slice('--lang='.length) : argv[place + 1];
}

/** `--lang`, else `UNDERSTUDY_LANG`, else the locale of the messages as POSIX finds it. */
export function chooseLanguage(argv: readonly string[], environment: NodeJS.ProcessEnv): Language {
  const { UNDERSTUDY_LANG, LC_ALL, LC_MESSAGES, LANG } = environment;
  // An empty variable counts as unset.
  const tags = [languageOption(argv), UNDERSTUDY_LANG, LC_ALL, LC_MESSAGES, LANG];
  return languageOf(tags.find((tag) => tag !== undefined && tag !== '') ?? 'en');
}
