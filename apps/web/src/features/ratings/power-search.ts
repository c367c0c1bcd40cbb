import type { PowerSettings } from './calls.js';

/** What the address of the planning page may say. */
export type PowerSearch = { readonly [Key in keyof PowerSettings]?: number };

/** Bounds of each setting, as the server has them, and its default. */
export const POWER_LIMITS = {
  models: { min: 2, max: 1000, step: 1, standard: 16 },
  halfwidth: { min: 1, max: 1000, step: 5, standard: 20 },
  ties: { min: 0, max: 0.95, step: 0.05, standard: 0.2 },
  inflation: { min: 1, max: 10, step: 0.1, standard: 1.7 },
  margin: { min: 0.005, max: 0.5, step: 0.01, standard: 0.05 },
} as const;

/** Reads an address; what is no number or out of bounds is left out. */
export function readPowerSearch(search: Readonly<Record<string, unknown>>): PowerSearch {
  const entries = Object.entries(POWER_LIMITS).flatMap(([key, { min, max }]) => {
    const value = search[key];
    return typeof value === 'number' && value >= min && value <= max ? [[key, value]] : [];
  });
  return Object.fromEntries(entries) as PowerSearch;
}

/** The settings of an address, with the defaults for what it leaves out. */
export function powerSettings(search: PowerSearch): PowerSettings {
  return {
    models: search.models ?? POWER_LIMITS.models.standard,
    halfwidth: search.halfwidth ?? POWER_LIMITS.halfwidth.standard,
    ties: search.ties ?? POWER_LIMITS.ties.standard,
    inflation: search.inflation ?? POWER_LIMITS.inflation.standard,
    margin: search.margin ?? POWER_LIMITS.margin.standard,
  };
}
