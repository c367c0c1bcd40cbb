import type { AdviseSearch } from './advise-search.js';

/** Needs to begin with: the files of `packages/advise/examples`. */
export const EXAMPLES = {
  'clear-stand-in': {
    area: 'reasoning-math=2,knowledge',
    commercial: 'true',
    users: '50k',
    maxMemory: '48GiB',
    context: '2k',
    language: 'en',
  },
  'licence-forbids-the-best': { area: 'reasoning-math', commercial: 'true', maxMemory: '32GiB', context: '2k' },
  'too-few-samples': { area: 'reasoning-math', language: 'en' },
  'reference-only-published': { area: 'reasoning-math', reference: 'gpt-3.5-turbo' },
  'nothing-admissible': {
    area: 'long-context',
    commercial: 'true',
    maxMemory: '4GiB',
    context: '100k',
  },
} as const satisfies Readonly<Record<string, AdviseSearch>>;
