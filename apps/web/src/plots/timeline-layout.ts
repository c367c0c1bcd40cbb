import { assignLanes } from './lanes.js';
import { placeMonths, type MonthPlace } from './month-axis.js';

/** A mark of the timeline. */
export interface TimelineMark {
  /** The label beside the mark. */
  readonly family: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly isOpen: boolean;
  /** Weights of the largest model; null: not known, drawn hollow. */
  readonly parameters: number | null;
  /** What a reader learns who points at it; lines. */
  readonly details: string;
}

/** Where a mark and its label stand, in pixels: from the left edge, and away from the axis, upwards if positive. */
export interface PlacedMark extends TimelineMark {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly label: { readonly x: number; readonly anchor: 'start' | 'end' };
}

/** Which part of time is drawn, how wide. */
export interface TimelineFrame {
  readonly width: number;
  /** `YYYY-MM`, both included. */
  readonly from: string;
  readonly to: string;
}

/** Pixels on both sides of the time axis. */
export const TIMELINE_MARGIN = 14;
/** Pixels from the axis's middle to its edges, where its dates stand. */
export const TIMELINE_AXIS = 15;
const LANE = 18;
const LETTER = 6.3;
const LABEL_GAP = 3;
const UNKNOWN_RADIUS = 3.5;
const SMALLEST = 1e8;

/** Pixels: a tenfold size adds as much to the radius wherever it begins, so that 100M and 1T can both be seen. */
export function dotRadius(parameters: number | null): number {
  return parameters === null ? UNKNOWN_RADIUS : Math.max(2, 2 + 1.6 * Math.log10(parameters / SMALLEST));
}

/** The marks of one side of the axis, each in a lane in which it covers no other. */
function placeSide(
  marks: readonly TimelineMark[],
  side: 1 | -1,
  frame: { readonly width: number; readonly months: ReadonlyMap<string, MonthPlace> },
): readonly PlacedMark[] {
  const rooms = marks.flatMap((mark) => {
    const x = frame.months.get(mark.month)?.x;
    if (x === undefined) return [];
    const radius = dotRadius(mark.parameters);
    const text = radius + LABEL_GAP + mark.family.length * LETTER;
    // Near the right edge the label stands to the left of its mark.
    const isLeft = x + text > frame.width;
    const label = isLeft
      ? ({ x: x - radius - LABEL_GAP, anchor: 'end' } as const)
      : ({ x: x + radius + LABEL_GAP, anchor: 'start' } as const);
    return [{ mark, x, radius, label, from: isLeft ? x - text : x - radius, to: isLeft ? x + radius : x + text }];
  });
  const lanes = assignLanes(rooms);
  return rooms.map(({ mark, x, radius, label }, at) => ({
    ...mark,
    x,
    y: side * (TIMELINE_AXIS + ((lanes[at] ?? 0) + 0.5) * LANE),
    radius,
    label,
  }));
}

/** The months of a frame, and its marks: open releases above the axis, closed ones below. What is outside of the frame is left out. */
export function placeTimeline(
  marks: readonly TimelineMark[],
  { width, from, to }: TimelineFrame,
): { readonly months: readonly MonthPlace[]; readonly marks: readonly PlacedMark[] } {
  const months = placeMonths(
    marks.map(({ month }) => month),
    { from, to, left: TIMELINE_MARGIN, width: width - 2 * TIMELINE_MARGIN },
  );
  const frame = { width, months: new Map(months.map((place) => [place.month, place])) };
  const open = marks.filter(({ isOpen }) => isOpen);
  const closed = marks.filter(({ isOpen }) => !isOpen);
  return { months, marks: [...placeSide(open, 1, frame), ...placeSide(closed, -1, frame)] };
}
