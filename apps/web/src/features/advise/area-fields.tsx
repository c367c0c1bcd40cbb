import { Chip, NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import classes from './advise.module.css';
import type { AdviseSearch } from './advise-search.js';
import { readAreaWeights, writeAreaWeights } from './area-weights.js';
import { Fold } from './fold.js';

/** Which kinds of work matter; how much each does, only for those who want to say it. */
export function AreaFields(props: {
  readonly search: AdviseSearch;
  readonly onChange: (part: AdviseSearch) => void;
}): ReactNode {
  const { advise, areas } = useMessages();
  const { search, onChange } = props;
  const weights = readAreaWeights(search.area);
  const chosen = Object.keys(weights);
  const change = (changed: Readonly<Record<string, number>>): void =>
    onChange({ area: writeAreaWeights(changed) ?? '' });
  return (
    <>
      <fieldset className={classes['areas']}>
        <legend>{advise.areas}</legend>
        <Chip.Group
          multiple
          value={chosen}
          onChange={(names) => change(Object.fromEntries(names.map((name) => [name, weights[name] ?? 1])))}
        >
          {Object.entries(areas).map(([area, name]) => (
            <Chip key={area} size="sm" value={area}>
              {name}
            </Chip>
          ))}
        </Chip.Group>
      </fieldset>
      {chosen.length > 1 && (
        <Fold title={advise.weigh} isUsed={chosen.some((area) => weights[area] !== 1)}>
          <div className={classes['fields']}>
            {chosen.map((area) => (
              <NumberInput
                key={area}
                size="xs"
                label={Object.entries(areas).find(([name]) => name === area)?.[1] ?? area}
                value={weights[area] ?? 1}
                min={0}
                max={100}
                step={1}
                decimalScale={2}
                // An emptied field is being typed in: the work stays chosen.
                onChange={(value) => Number(value) > 0 && change({ ...weights, [area]: Number(value) })}
              />
            ))}
          </div>
        </Fold>
      )}
    </>
  );
}
