import type { Area } from '@understudy/catalog';

/** Kinds of work by name, as they stand in a sentence; the command line takes their ids. */
export const areas: Readonly<Record<Area, string>> = {
  general: 'general ability',
  knowledge: 'knowledge',
  commonsense: 'common sense',
  reading: 'reading',
  'reasoning-math': 'mathematics',
  'reasoning-code': 'code',
  science: 'science',
  biomedical: 'biomedicine',
  truthfulness: 'truthfulness',
  safety: 'safety',
  'long-context': 'long context',
  agent: 'agents',
  chinese: 'Chinese',
  translation: 'translation',
  'language-modelling': 'language modelling',
  multimodal: 'multimodal work',
  application: 'applications',
};
