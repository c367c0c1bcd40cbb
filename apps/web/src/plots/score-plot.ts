import * as Plot from '@observablehq/plot';

/** A measured number as drawn. */
export interface ScorePoint {
  readonly model: string;
  /** Name of its column. */
  readonly column: string;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** What is drawn. */
export interface ScoreDrawing {
  readonly points: readonly ScorePoint[];
  /** From above downwards. */
  readonly models: readonly string[];
  /** From left to right, one scale for all. */
  readonly columns: readonly string[];
  readonly isShare: boolean;
}

/** How it is drawn: colours as the page has them, or those of a picture that stands alone. */
export interface ScoreStyle {
  readonly width: number;
  readonly accent: string;
  readonly grid: string;
  readonly fontFamily: string;
}

/** Letters of a model's name that are drawn; the table has all of them. */
const MOST_LETTERS = 28;
const LETTER_WIDTH = 6.8;
const ROW_HEIGHT = 22;
const HEAD_HEIGHT = 34;
const FOOT_HEIGHT = 34;

/** A name in the room that there is: its end tells more than its middle, as sizes and formats stand there. */
function shortName(name: string, letters: number): string {
  if (name.length <= letters) return name;
  const end = Math.floor((letters - 1) / 2);
  return `${name.slice(0, letters - 1 - end)}…${name.slice(-end)}`;
}

/** A panel a column: of each model a dot with its interval as a line, all panels on one scale. */
export function scorePlot(drawing: ScoreDrawing, style: ScoreStyle): SVGSVGElement | HTMLElement {
  const { points, models, columns, isShare } = drawing;
  const { width, accent, grid, fontFamily } = style;
  const letters = Math.min(MOST_LETTERS, Math.floor(width / 3 / LETTER_WIDTH));
  const longest = Math.max(0, ...models.map((model) => model.length));
  const bounded = points.filter(({ lower, upper }) => lower !== null && upper !== null);
  const place = { fx: 'column', y: 'model' } as const;
  return Plot.plot({
    className: 'plot',
    width,
    height: HEAD_HEIGHT + FOOT_HEIGHT + models.length * ROW_HEIGHT,
    marginTop: HEAD_HEIGHT,
    marginBottom: FOOT_HEIGHT,
    marginLeft: 16 + Math.min(letters, longest) * LETTER_WIDTH,
    marginRight: 16,
    fx: { domain: columns, label: null, padding: columns.length < 2 ? 0 : 0.2 },
    x: { label: null, nice: true, ticks: columns.length < 3 ? 4 : 2, ...(isShare ? { tickFormat: '.0%' } : {}) },
    y: { domain: models, label: null, tickSize: 0, tickFormat: (model: string) => shortName(model, letters) },
    style: { fontSize: '12px', fontFamily, background: 'transparent' },
    marks: [
      Plot.gridX({ ticks: 4, stroke: grid, strokeOpacity: 1 }),
      Plot.frame({ stroke: grid }),
      Plot.ruleY(bounded, { ...place, x1: 'lower', x2: 'upper', stroke: accent, strokeWidth: 1.5 }),
      Plot.tickX(bounded, { ...place, x: 'lower', stroke: accent, inset: 6 }),
      Plot.tickX(bounded, { ...place, x: 'upper', stroke: accent, inset: 6 }),
      Plot.dot(points, { ...place, x: 'value', fill: accent, r: 3.5 }),
    ],
  });
}
