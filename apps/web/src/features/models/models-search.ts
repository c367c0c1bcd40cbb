import { defined } from '../filter/results-filter.js';

/** What a model was tuned for. */
export const KINDS = ['base', 'instruct', 'chat', 'multimodal'] as const;
/** Whether one may use it commercially: `yes` alone, or under conditions as well. */
export const USES = ['yes', 'allowed', 'no', 'unknown'] as const;
const WEIGHTS = ['open', 'closed'] as const;
const PLACES = ['disk', 'measured'] as const;
/** More models than these are too many to be compared side by side. */
export const MOST_COMPARED = 5;

/** Which models the list shows, as it stands in its address. What is left out asks for nothing. */
export interface ModelsSearch {
  /** In the name, id, family or developer. */
  readonly q?: string;
  readonly family?: string;
  readonly kind?: (typeof KINDS)[number];
  readonly weights?: (typeof WEIGHTS)[number];
  readonly use?: (typeof USES)[number];
  /** 10⁹ parameters, both included. */
  readonly least?: number;
  readonly most?: number;
  /** Tokens of context at least. */
  readonly context?: number;
  readonly language?: string;
  /** `YYYY-MM`, both included. */
  readonly from?: string;
  readonly to?: string;
  /** Only those on this machine, or that we have run. */
  readonly here?: (typeof PLACES)[number];
  /** Ids of those chosen to be compared, with commas between them. */
  readonly compare?: string;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= 200
    ? value
    : typeof value === 'number'
      ? String(value)
      : undefined;

const number = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined;

const month = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}$/.test(value) ? value : undefined;

function choice<Value extends string>(value: unknown, choices: readonly Value[]): Value | undefined {
  return choices.find((each) => each === value);
}

/** Reads a list of ids; no more than can be compared. */
export function readIds(value: unknown): readonly string[] {
  const ids = (text(value) ?? '').split(',').filter((id) => id !== '');
  return [...new Set(ids)].slice(0, MOST_COMPARED);
}

/** Reads an address; what is mistyped is left out. */
export function readModelsSearch(search: Readonly<Record<string, unknown>>): ModelsSearch {
  const ids = readIds(search['compare']);
  return defined({
    q: text(search['q']),
    family: text(search['family']),
    kind: choice(search['kind'], KINDS),
    weights: choice(search['weights'], WEIGHTS),
    use: choice(search['use'], USES),
    least: number(search['least']),
    most: number(search['most']),
    context: number(search['context']),
    language: text(search['language']),
    from: month(search['from']),
    to: month(search['to']),
    here: choice(search['here'], PLACES),
    compare: ids.length === 0 ? undefined : ids.join(','),
  });
}
