import { type KeyboardEvent, type ReactNode, useMemo } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import type { LineageGroup } from './lineage-groups.js';
import classes from './lineage.module.css';
import { methodText, nodeText, strictestUse } from './node-text.js';
import { placeTeachers, type PlacedTeacher } from './teacher-layout.js';
import { layoutTrees, NODE_HEIGHT, NODE_WIDTH, type PlacedGroup } from './tree-layout.js';

const EDGE_BEND = 26;
const MARGIN = 4;

/** From the right edge of a parent to the left edge of its child: the room for the methods is straight. */
function edgePath(parent: PlacedGroup, child: PlacedGroup): string {
  const from = parent.x + NODE_WIDTH;
  return `M${from},${parent.y} C${from + EDGE_BEND / 2},${parent.y} ${from + EDGE_BEND / 2},${child.y} ${from + EDGE_BEND},${child.y} L${child.x},${child.y}`;
}

function teachingPath(teacher: PlacedTeacher, student: PlacedTeacher['students'][number]): string {
  const middle = (teacher.x + student.x) / 2;
  return `M${teacher.x},${teacher.y} C${middle},${teacher.y} ${middle},${student.y} ${student.x},${student.y}`;
}

function Node(props: {
  readonly placed: PlacedGroup;
  readonly isFocus: boolean;
  readonly onFold: (key: string) => void;
}): ReactNode {
  const { lineage } = useMessages();
  const { placed, isFocus, onFold } = props;
  const { group, x, y, hidden } = placed;
  const title = group.models.map(({ name }) => name).join('\n');
  const text = `${nodeText(group)}${hidden > 0 ? ` +${hidden}` : ''}`;
  const content = (
    <>
      <title>{title}</title>
      <rect x={x} y={y - NODE_HEIGHT / 2} width={NODE_WIDTH} height={NODE_HEIGHT} rx={4} />
      <text x={x + 7} y={y} dominantBaseline="central">
        {text}
      </text>
    </>
  );
  if (group.children.length === 0) {
    return (
      <g data-use={strictestUse(group)} data-focus={isFocus}>
        {content}
      </g>
    );
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onFold(group.key);
  };
  return (
    <g
      data-use={strictestUse(group)}
      data-focus={isFocus}
      role="button"
      tabIndex={0}
      aria-expanded={hidden === 0}
      aria-label={lineage.fold(text)}
      onClick={() => onFold(group.key)}
      onKeyDown={onKeyDown}
    >
      {content}
    </g>
  );
}

/** Trees of families from left to right, with how each was tuned on its edge, and dashed links to those whose outputs it learnt from. */
export function LineagePicture(props: {
  readonly trees: readonly LineageGroup[];
  readonly folded: ReadonlySet<string>;
  readonly family: string | undefined;
  readonly withTeachers: boolean;
  readonly onFold: (key: string) => void;
}): ReactNode {
  const { lineage, words } = useMessages();
  const { trees, folded, family, withTeachers, onFold } = props;
  const layout = useMemo(() => layoutTrees(trees, folded), [trees, folded]);
  const teachers = useMemo(() => (withTeachers ? placeTeachers(layout) : []), [withTeachers, layout]);
  const right = Math.max(layout.width, ...teachers.map(({ x }) => x + NODE_WIDTH));
  const bottom = Math.max(layout.height, ...teachers.map(({ y }) => y + NODE_HEIGHT));
  const [width, height] = [right + 2 * MARGIN, bottom + 2 * MARGIN];
  return (
    <svg
      className={classes['map']}
      viewBox={`${-MARGIN} ${-MARGIN} ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-label={lineage.label(trees.length)}
    >
      {teachers.flatMap((teacher) =>
        teacher.students.map((student) => (
          <path
            key={`${teacher.name} ${student.key}`}
            className={classes['teaching']}
            d={teachingPath(teacher, student)}
          />
        )),
      )}
      {layout.groups.map((placed) =>
        placed.parent === undefined ? null : (
          <g key={`edge ${placed.group.key}`}>
            <path className={classes['edge']} d={edgePath(placed.parent, placed)} />
            <text className={classes['method']} x={placed.parent.x + NODE_WIDTH + EDGE_BEND + 2} y={placed.y - 4}>
              {methodText(placed.group, words.methods)}
            </text>
          </g>
        ),
      )}
      {layout.groups.map((placed) => (
        <Node key={placed.group.key} placed={placed} isFocus={placed.group.family === family} onFold={onFold} />
      ))}
      {teachers.map(({ name, x, y }) => (
        <g key={name} className={classes['teacher']}>
          <title>{name}</title>
          <rect x={x} y={y - NODE_HEIGHT / 2} width={NODE_WIDTH} height={NODE_HEIGHT} rx={11} />
          <text x={x + 9} y={y} dominantBaseline="central">
            {name.length > 22 ? `${name.slice(0, 21)}…` : name}
          </text>
        </g>
      ))}
    </svg>
  );
}
