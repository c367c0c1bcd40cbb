import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import { QueryView } from '../../page/query-view.js';
import { modelsQuery } from '../pairs/calls.js';
import classes from './studies.module.css';

/** Chooses the models of a study. In free mode only those that can be run. */
export function ModelPicker(props: {
  readonly chosen: readonly string[];
  readonly mustRun: boolean;
  readonly onChange: (ids: readonly string[]) => void;
}): ReactNode {
  const { planner } = useMessages();
  const { chosen, mustRun, onChange } = props;
  const query = useQuery(modelsQuery);
  const [text, setText] = useState('');
  return (
    <Panel title={planner.models} note={planner.modelsHint}>
      <QueryView query={query}>
        {(models) => {
          const usable = models.filter((model) => model.retiredAt === null && (!mustRun || model.spec !== null));
          const found = usable.filter(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase()));
          return (
            <>
              <Group mb="sm" align="end">
                <TextInput
                  size="xs"
                  label={planner.search}
                  type="search"
                  value={text}
                  onChange={(event) => setText(event.currentTarget.value)}
                />
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => onChange([...new Set([...chosen, ...found.map(({ id }) => id)])])}
                >
                  {planner.allModels}
                </Button>
                <Button size="xs" variant="default" onClick={() => onChange([])}>
                  {planner.noModels}
                </Button>
                <Text size="sm" role="status">
                  {planner.chosen(chosen.length)}
                </Text>
              </Group>
              <Checkbox.Group value={[...chosen]} onChange={onChange} aria-label={planner.models}>
                <div className={classes['models']}>
                  {found.map(({ id, name }) => (
                    <Checkbox key={id} size="xs" value={id} label={name} />
                  ))}
                </div>
              </Checkbox.Group>
            </>
          );
        }}
      </QueryView>
    </Panel>
  );
}
