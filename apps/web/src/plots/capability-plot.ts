import * as Plot from '@observablehq/plot';

/** A cell of the picture: a benchmark against a reference, by published numbers or by ours. */
export interface CapabilityCell {
  /** Name of the benchmark; unique. */
  readonly benchmark: string;
  /** Of the benchmark. */
  readonly area: string;
  /** What it is held against, and by which numbers; the columns of the picture. */
  readonly against: string;
  /** Sign, difference and model. */
  readonly text: string;
  readonly leaning: 'better' | 'worse' | 'neither';
}

/** What is drawn. */
export interface CapabilityOptions {
  readonly width: number;
  /** Columns, from left to right. */
  readonly against: readonly string[];
  /** Rows, from above, in the order of their areas. */
  readonly benchmarks: readonly { readonly name: string; readonly area: string }[];
}

const ROW = 22;
const NAMES = 170;
const LETTER = 6.2;

const FILLS = {
  better: 'color-mix(in oklab, var(--diverging-high) 38%, var(--surface))',
  worse: 'color-mix(in oklab, var(--diverging-low) 38%, var(--surface))',
  neither: 'var(--surface-sunken)',
} as const;

/** As much of a text as a cell has room for. */
function fitted(text: string, width: number): string {
  const most = Math.floor(width / LETTER);
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/**
 * Benchmarks from above in the order of their areas, references from left to right: a sign and a difference say whether the best open model
 * of the table is above or below, the colour says it again. Empty: no table has both.
 */
export function capabilityPlot(
  cells: readonly CapabilityCell[],
  options: CapabilityOptions,
): SVGSVGElement | HTMLElement {
  const { width, against, benchmarks } = options;
  const cellWidth = (width - NAMES) / against.length - 10;
  const starts = benchmarks.filter(({ area }, at) => area !== benchmarks[at - 1]?.area);
  const rows = benchmarks.flatMap((benchmark) =>
    starts.includes(benchmark) ? [`area ${benchmark.area}`, benchmark.name] : [benchmark.name],
  );
  return Plot.plot({
    className: 'plot',
    width,
    height: rows.length * ROW + 34,
    marginLeft: NAMES,
    marginRight: 0,
    marginTop: 30,
    marginBottom: 4,
    x: { domain: [...against], axis: 'top', label: null, tickSize: 0, padding: 0.02 },
    y: { domain: rows, axis: null, padding: 0.1 },
    style: { fontSize: '11px', fontFamily: 'inherit', background: 'transparent' },
    marks: [
      Plot.text(starts, {
        y: ({ area }: { readonly area: string }) => `area ${area}`,
        text: 'area',
        frameAnchor: 'left',
        textAnchor: 'start',
        dx: -NAMES + 2,
        fontWeight: 700,
        fill: 'currentColor',
      }),
      Plot.text(benchmarks, {
        y: 'name',
        text: ({ name }: { readonly name: string }) => fitted(name, NAMES - 12),
        frameAnchor: 'left',
        textAnchor: 'end',
        dx: -8,
        fill: 'currentColor',
      }),
      Plot.cell(cells, {
        x: 'against',
        y: 'benchmark',
        fill: ({ leaning }: CapabilityCell) => FILLS[leaning],
        stroke: 'var(--line)',
        title: 'text',
      }),
      Plot.text(cells, {
        x: 'against',
        y: 'benchmark',
        text: ({ text }: CapabilityCell) => fitted(text, cellWidth),
        fill: 'currentColor',
      }),
    ],
  });
}
