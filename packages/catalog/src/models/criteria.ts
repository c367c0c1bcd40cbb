import type { ModelCard } from '../card/card.js';
import type { MemoryEstimate } from '../estimates/estimate-memory.js';
import type { Obligations } from '../licences/obligations.js';

/** What one may ask of a model beside its family and kind; what is undefined or empty asks for nothing. */
export interface Criteria {
  /** By the licences of the whole lineage. */
  readonly commercialUses?: readonly ModelCard['licence']['commercialUse'][] | undefined;
  /** Weights and K/V cache together, in bytes. */
  readonly maxMemory?: number | undefined;
  /** Tokens that the model has to take. */
  readonly contextLength?: number | undefined;
  /** ISO 639-1 codes, all of them. */
  readonly languages?: readonly string[] | undefined;
  readonly maxParameters?: number | undefined;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: then or later. */
  readonly releasedSince?: string | undefined;
  /** Only models whose weights can be had in some form. */
  readonly isOpen?: boolean | undefined;
}

/** A criterion, and whether a model meets it. */
export type Verdict = 'met' | 'broken' | 'unknown';

/** What is known of a model that is judged. */
export interface Judged {
  readonly card: ModelCard;
  readonly obligations: Obligations;
  readonly memory: MemoryEstimate | undefined;
}

type Criterion = keyof Criteria;

/** Verdicts on what was asked for. What a card does not know is unknown, and never met. */
export function judge(judged: Judged, criteria: Criteria): Readonly<Partial<Record<Criterion, Verdict>>> {
  const asked = Object.entries(RULES).filter(([name]) => isAsked(criteria[name as Criterion]));
  return Object.fromEntries(asked.map(([name, rule]) => [name, rule(judged, criteria)]));
}

/** Whether criteria ask for anything at all. */
export function asksNothing(criteria: Criteria): boolean {
  return !Object.values(criteria).some(isAsked);
}

function isAsked(value: Criteria[Criterion]): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
}

const RULES: Readonly<Record<Criterion, (judged: Judged, criteria: Criteria) => Verdict>> = {
  commercialUses: ({ obligations: { commercialUse } }, { commercialUses = [] }) => {
    if (commercialUses.includes(commercialUse)) return 'met';
    return commercialUse === 'unknown' ? 'unknown' : 'broken';
  },
  // Weights that nobody can have fit nowhere.
  maxMemory: ({ card, memory }, { maxMemory = 0 }) => (isPublished(card) ? atMost(memory?.bytes, maxMemory) : 'broken'),
  contextLength: ({ card }, { contextLength = 0 }) => atLeast(card.architecture?.contextLength, contextLength),
  languages: ({ card: { languages } }, { languages: wanted = [] }) => {
    if (wanted.every((language) => languages.value.includes(language))) return 'met';
    return languages.value.includes('multi') ? 'unknown' : 'broken';
  },
  maxParameters: ({ card }, { maxParameters = 0 }) => atMost(card.parameters?.value, maxParameters),
  releasedSince: ({ card: { released } }, { releasedSince = '' }) => {
    if (released === null) return 'unknown';
    // A card that names the month alone is taken for its whole month.
    return released.value >= releasedSince.slice(0, released.value.length) ? 'met' : 'broken';
  },
  isOpen: ({ card }) => (isPublished(card) ? 'met' : 'broken'),
};

function isPublished({ weights: { status } }: ModelCard): boolean {
  return status !== 'closed' && status !== 'unreleased';
}

function atMost(value: number | null | undefined, limit: number): Verdict {
  return value === null || value === undefined ? 'unknown' : value <= limit ? 'met' : 'broken';
}

function atLeast(value: number | null | undefined, limit: number): Verdict {
  return value === null || value === undefined ? 'unknown' : value >= limit ? 'met' : 'broken';
}
