import { Group, NativeSelect } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import ParetoFigure from '../../plots/pareto-figure.js';
import type { Advice } from './calls.js';
import { AXES, type Axis, paretoRows } from './pareto-rows.js';

/** Scores over what they cost; both axes can be chosen. */
export default function ParetoPanel(props: { readonly advice: Advice }): ReactNode {
  const { advise, areas } = useMessages();
  const { advice } = props;
  const known = AXES.filter((axis) => paretoRows(advice, { axis, area: undefined }).length > 0);
  const [chosen, setAxis] = useState<Axis>('memory');
  const [area, setArea] = useState('');
  const axis = known.includes(chosen) ? chosen : known[0];
  const wanted = advice.areas.find((one) => one.area === area)?.area;
  const rows = useMemo(
    () => (axis === undefined ? [] : paretoRows(advice, { axis, area: wanted })),
    [advice, axis, wanted],
  );
  if (axis === undefined) return null;
  const measured = advice.areas.filter(({ benchmarks }) => benchmarks.length > 0);
  return (
    <Panel title={advise.figure}>
      <Group gap="sm" mb="sm">
        <NativeSelect
          size="xs"
          label={advise.axis}
          value={axis}
          data={known.map((value) => ({ value, label: advise.axes[value] }))}
          onChange={(event) => setAxis(known.find((one) => one === event.currentTarget.value) ?? axis)}
        />
        <NativeSelect
          size="xs"
          label={advise.upwards}
          value={area}
          data={[
            { value: '', label: advise.weighted },
            ...measured.map((one) => ({ value: one.area, label: areas[one.area] })),
          ]}
          onChange={(event) => setArea(event.currentTarget.value)}
        />
      </Group>
      <ParetoFigure
        rows={rows}
        x={advise.axes[axis]}
        y={wanted === undefined ? advise.weighted : areas[wanted]}
        label={advise.figureLabel}
      />
    </Panel>
  );
}
