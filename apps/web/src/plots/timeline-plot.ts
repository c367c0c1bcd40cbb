import * as Plot from '@observablehq/plot';
import { axisDates, type AxisDate } from './month-axis.js';
import {
  type PlacedMark,
  placeTimeline,
  TIMELINE_AXIS,
  type TimelineFrame,
  type TimelineMark,
} from './timeline-layout.js';

/** What is drawn, and in which words. */
export interface TimelineOptions extends TimelineFrame {
  readonly texts: { readonly open: string; readonly closed: string };
  /** BCP 47, of the dates. */
  readonly language: string;
  /** All that there are, so that a family keeps its colour whichever part is shown. */
  readonly families: readonly string[];
}

/** Room above the highest and below the lowest lane, for the words on what is above and below. */
const EDGE = 30;

const WORDS = { fill: 'currentColor', textAnchor: 'start', fontWeight: 600 } as const;

/** Writes a date of the axis. */
function dateText(language: string): (date: AxisDate) => string {
  const year = new Intl.DateTimeFormat(language, { timeZone: 'UTC', year: 'numeric' });
  const month = new Intl.DateTimeFormat(language, { timeZone: 'UTC', year: 'numeric', month: 'short' });
  return (date) => (date.isMonth ? month : year).format(new Date(`${date.month}-01T00:00:00Z`));
}

/** The time axis: a band with the dates for which there is room. */
function axisMarks(dates: readonly AxisDate[], { width, language }: TimelineOptions): Plot.Markish[] {
  const band = { y1: -TIMELINE_AXIS, y2: TIMELINE_AXIS };
  return [
    Plot.rect([0], { x1: 0, x2: width, ...band, fill: 'var(--surface)', stroke: 'var(--line)' }),
    Plot.ruleX(dates, { x: 'x', ...band, stroke: 'var(--line-strong)' }),
    Plot.text(dates, { ...WORDS, x: 'x', y: 0, dx: 4, text: dateText(language) }),
  ];
}

/** The releases: hollow dots where the size is not known, labels on the side on which there is room. */
function releaseMarks(marks: readonly PlacedMark[]): Plot.Markish[] {
  const place = { x: 'x', y: 'y', r: 'radius', stroke: 'currentColor', strokeWidth: 0.75 } as const;
  const label = (anchor: 'start' | 'end'): Plot.Markish =>
    Plot.text(
      marks.filter((mark) => mark.label.anchor === anchor),
      { x: (mark: PlacedMark) => mark.label.x, y: 'y', text: 'family', textAnchor: anchor, fill: 'currentColor' },
    );
  return [
    Plot.dot(
      marks.filter(({ parameters }) => parameters === null),
      { ...place, fill: 'var(--surface)' },
    ),
    Plot.dot(
      marks.filter(({ parameters }) => parameters !== null),
      { ...place, fill: 'family' },
    ),
    label('start'),
    label('end'),
  ];
}

/**
 * Releases along a time axis, open ones above it and closed ones below. Each has its label beside it, and a lane in which it covers no
 * other; a thin line leads to its month. All is placed in pixels, as labels have no other size.
 */
export function timelinePlot(given: readonly TimelineMark[], options: TimelineOptions): SVGSVGElement | HTMLElement {
  const { width, texts } = options;
  const { months, marks } = placeTimeline(given, options);
  const top = Math.max(TIMELINE_AXIS, ...marks.map(({ y }) => y)) + EDGE;
  const bottom = Math.min(-TIMELINE_AXIS, ...marks.map(({ y }) => y)) - EDGE;
  const pointed = { x: 'x', y: 'y', title: 'details', fill: 'var(--surface)', stroke: 'var(--line-strong)' } as const;
  return Plot.plot({
    className: 'plot',
    width,
    height: top - bottom,
    margin: 0,
    x: { type: 'identity', axis: null },
    // Pixels from the axis, upwards.
    y: { domain: [bottom, top], range: [top - bottom, 0], axis: null },
    r: { type: 'identity' },
    color: { type: 'categorical', scheme: 'observable10', domain: [...options.families] },
    style: { fontSize: '11px', fontFamily: 'inherit', background: 'transparent' },
    marks: [
      Plot.ruleX(marks, { x: 'x', y1: 0, y2: 'y', stroke: 'var(--line)' }),
      ...axisMarks(axisDates(months), options),
      Plot.text([texts.open], { ...WORDS, text: (text: string) => text, x: 2, y: top - EDGE / 3 }),
      Plot.text([texts.closed], { ...WORDS, text: (text: string) => text, x: 2, y: bottom + EDGE / 3 }),
      ...releaseMarks(marks),
      Plot.tip(marks, Plot.pointer(pointed)),
    ],
  });
}
