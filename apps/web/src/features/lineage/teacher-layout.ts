import { NODE_HEIGHT, NODE_WIDTH, type TreeLayout } from './tree-layout.js';

/** A teacher beside the trees, with where its students end. */
export interface PlacedTeacher {
  readonly name: string;
  /** The middle of its left edge, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly students: readonly { readonly key: string; readonly x: number; readonly y: number }[];
}

const GAP = 80;
const ROW = NODE_HEIGHT + 12;

/**
 * Teachers in a column of their own to the right of the trees, each as near as can be to the middle of its students, and none on another.
 */
export function placeTeachers({ groups, width }: TreeLayout): readonly PlacedTeacher[] {
  const students = new Map<string, { key: string; x: number; y: number }[]>();
  for (const { group, x, y } of groups) {
    for (const teacher of group.teachers) {
      students.set(teacher, [...(students.get(teacher) ?? []), { key: group.key, x: x + NODE_WIDTH, y }]);
    }
  }
  const wanted = [...students]
    .map(([name, list]) => ({ name, students: list, y: list.reduce((sum, { y }) => sum + y, 0) / list.length }))
    .toSorted((a, b) => a.y - b.y);
  let free = -Infinity;
  return wanted.map(({ name, students: list, y }) => {
    const place = Math.max(y, free);
    free = place + ROW;
    return { name, students: list, x: width + GAP, y: place };
  });
}
