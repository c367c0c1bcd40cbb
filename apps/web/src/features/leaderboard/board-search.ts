import { defined } from '../filter/results-filter.js';

/** What commercial use must be allowed: without conditions, or also under conditions. */
export const COMMERCIAL_CHOICES = ['yes', 'conditional'] as const;
/** Whether one can have the weights. */
export const WEIGHTS_CHOICES = ['open', 'closed'] as const;

/** What of the leaderboard is shown, as it stands in its address. What is left out is not restricted. */
export interface BoardSearch {
  /** The area whose tasks are shown; `other`: tasks of no area. Without it areas are shown. */
  readonly area?: string;
  /** Keys of columns that are shown instead of those of the setting that most models have. */
  readonly settings?: readonly string[];
  /** What rows are sorted by: an area or the key of a column, or `name`, `parameters`, `released`. */
  readonly sort?: string;
  /** The other way round: the worst, the last, the largest first. */
  readonly reverse?: true;
  /** Part of a model's name, developer or family. */
  readonly search?: string;
  readonly commercial?: (typeof COMMERCIAL_CHOICES)[number];
  readonly weights?: (typeof WEIGHTS_CHOICES)[number];
  readonly family?: string;
  /** ISO 639-1. */
  readonly language?: string;
  readonly quantization?: string;
  /** Billions of parameters, both included. */
  readonly least?: number;
  readonly most?: number;
  /** `YYYY-MM`, both included. */
  readonly since?: string;
  readonly until?: string;
}

/** The names of those parts of an address that say which models are shown. */
export const FILTER_NAMES = [
  'search',
  'commercial',
  'weights',
  'family',
  'language',
  'quantization',
  'least',
  'most',
  'since',
  'until',
] as const satisfies readonly (keyof BoardSearch)[];

const LONGEST = 200;
const MOST_SETTINGS = 200;

// The router reads what looks like a number as one.
function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' && value.length <= LONGEST ? value : undefined;
}

function choice<Value extends string>(value: unknown, choices: readonly Value[]): Value | undefined {
  return choices.find((each) => each === value);
}

function amount(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}

function month(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(value) ? value : undefined;
}

function keys(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const read = value.slice(0, MOST_SETTINGS).flatMap((each) => text(each) ?? []);
  return read.length === 0 ? undefined : read;
}

/** Reads an address; what it does not know, or what people have mistyped, is left out. */
export function readBoardSearch(search: Readonly<Record<string, unknown>>): BoardSearch {
  return defined({
    area: text(search['area']),
    settings: keys(search['settings']),
    sort: text(search['sort']),
    reverse: search['reverse'] === true ? (true as const) : undefined,
    search: text(search['search']),
    commercial: choice(search['commercial'], COMMERCIAL_CHOICES),
    weights: choice(search['weights'], WEIGHTS_CHOICES),
    family: text(search['family']),
    language: text(search['language']),
    quantization: text(search['quantization']),
    least: amount(search['least']),
    most: amount(search['most']),
    since: month(search['since']),
    until: month(search['until']),
  });
}
