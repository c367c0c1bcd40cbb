import { fileURLToPath } from 'node:url';

/** Folder of the data that comes with the package. */
export const PRESETS_FOLDER = fileURLToPath(new URL('../../presets/', import.meta.url));

/** Question sets of our own: fifty questions over nine aspects, in two languages. */
export const PRESET_SETS = ['understudy-50-en', 'understudy-50-zh'] as const;
export type PresetSet = (typeof PRESET_SETS)[number];

const FILES: Readonly<Record<PresetSet, string>> = {
  'understudy-50-en': 'understudy-50.en.yaml',
  'understudy-50-zh': 'understudy-50.zh.yaml',
};

/** Path of a built-in question set; undefined for a name that is none. */
export function presetSetPath(name: string): string | undefined {
  const known = PRESET_SETS.find((each) => each === name);
  return known === undefined ? undefined : `${PRESETS_FOLDER}${FILES[known]}`;
}
