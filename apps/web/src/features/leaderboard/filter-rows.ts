import type { BoardSearch } from './board-search.js';
import type { BoardModel, BoardRow } from './calls.js';

/** Whether a model fits; null: what would tell is not known of it. */
type Fit = boolean | null;

/** A restriction that is in force. */
type Restriction = (model: BoardModel) => Fit;

const BILLION = 1e9;

const known = <Value>(value: Value | null, fits: (value: Value) => Fit): Fit => (value === null ? null : fits(value));

/** Open weights can be had by whoever accepts their terms. */
function isOpen(status: NonNullable<BoardModel['weights']>): boolean {
  return status !== 'closed' && status !== 'unreleased';
}

/** A model of "many" languages that its card does not name may know the wanted one. */
function knows(languages: readonly string[], language: string): Fit {
  return languages.includes(language) || (languages.includes('multi') ? null : false);
}

function named(search: string): Restriction {
  const words = search.toLowerCase().split(/\s+/);
  return ({ name, developer, family, familyName, card }) => {
    const text = [name, developer, family, familyName, card].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  };
}

function restrictions(search: BoardSearch): readonly Restriction[] {
  const { commercial, weights, family, language, quantization, least = 0, most = Infinity, since, until } = search;
  const isSized = search.least !== undefined || search.most !== undefined;
  const isDated = since !== undefined || until !== undefined;
  return [
    search.search !== undefined && named(search.search),
    commercial !== undefined &&
      ((model: BoardModel): Fit => {
        // A licence that nobody has read is as unknown as none.
        const use = model.commercialUse === 'unknown' ? null : model.commercialUse;
        return known(use, (value) => value === 'yes' || value === commercial);
      }),
    weights !== undefined &&
      ((model: BoardModel): Fit => known(model.weights, (value) => isOpen(value) === (weights === 'open'))),
    family !== undefined && ((model: BoardModel): Fit => known(model.family, (value) => value === family)),
    language !== undefined && ((model: BoardModel): Fit => known(model.card, () => knows(model.languages, language))),
    quantization !== undefined &&
      ((model: BoardModel): Fit => known(model.quantization, (value) => value === quantization)),
    isSized &&
      ((model: BoardModel): Fit =>
        known(model.parameters, (value) => value / BILLION >= least && value / BILLION <= most)),
    isDated &&
      ((model: BoardModel): Fit =>
        // Months compare as texts; a day of the last month is still in it.
        known(
          model.released?.slice(0, 7) ?? null,
          (value) => value >= (since ?? '') && (until === undefined || value <= until),
        )),
  ].filter((each) => each !== false);
}

/** What is left of the rows. */
export interface FilteredRows {
  readonly rows: readonly BoardRow[];
  /** Models that were left out only as what would tell is not known of them. */
  readonly unknown: number;
}

/** Rows of the models that fit everything that is asked for. */
export function filterRows(rows: readonly BoardRow[], search: BoardSearch): FilteredRows {
  const asked = restrictions(search);
  const fits = rows.map(({ model }) => asked.map((restriction) => restriction(model)));
  return {
    rows: rows.filter((_, place) => fits[place]?.every((fit) => fit === true)),
    unknown: fits.filter((each) => each.includes(null) && !each.includes(false)).length,
  };
}
