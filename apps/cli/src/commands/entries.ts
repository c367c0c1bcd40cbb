import type { CommandEntry } from './command.js';

/** Every command, in the order of the help. */
export const commandEntries: readonly CommandEntry[] = [
  { path: 'eval', load: async () => (await import('./eval/eval.js')).evaluate },
  { path: 'tasks ls', words: '[pattern...]', load: async () => (await import('./tasks/ls.js')).tasksLs },
  { path: 'tasks show', words: '<task...>', load: async () => (await import('./tasks/show.js')).tasksShow },
  { path: 'models pull', words: '<spec...>', load: async () => (await import('./models/pull.js')).modelsPull },
  { path: 'models ls', load: async () => (await import('./models/ls.js')).modelsLs },
  { path: 'models show', words: '<spec...>', load: async () => (await import('./models/show.js')).modelsShow },
  { path: 'models rm', words: '<spec...>', load: async () => (await import('./models/rm.js')).modelsRm },
  { path: 'models convert', words: '<spec>', load: async () => (await import('./models/convert.js')).modelsConvert },
  { path: 'runs ls', load: async () => (await import('./runs/ls.js')).runsLs },
  { path: 'runs show', words: '<run>', load: async () => (await import('./runs/show.js')).runsShow },
  { path: 'runs diff', words: '<first> <second>', load: async () => (await import('./runs/diff.js')).runsDiff },
  { path: 'runs export', words: '<run>', load: async () => (await import('./runs/export.js')).runsExport },
  { path: 'runs import', words: '<folder>', load: async () => (await import('./runs/import.js')).runsImport },
  { path: 'runs rm', words: '<run...>', load: async () => (await import('./runs/rm.js')).runsRm },
  { path: 'ratings', words: '<file>', load: async () => (await import('./ratings/ratings.js')).ratings },
  {
    path: 'agreement',
    words: '<file> [other]',
    load: async () => (await import('./agreement/agreement.js')).agreement,
  },
  { path: 'serve', load: async () => (await import('./serve/serve.js')).serve },
  { path: 'keys create', load: async () => (await import('./keys/create.js')).keysCreate },
  { path: 'keys ls', load: async () => (await import('./keys/ls.js')).keysLs },
  { path: 'keys revoke', words: '<id...>', load: async () => (await import('./keys/revoke.js')).keysRevoke },
  { path: 'chat', words: '<spec>', load: async () => (await import('./chat/chat.js')).chat },
];
