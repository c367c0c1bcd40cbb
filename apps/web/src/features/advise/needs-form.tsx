import { Button, Checkbox, Group, NativeSelect, NumberInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import { LateInput } from '../leaderboard/late-input.js';
import classes from './advise.module.css';
import type { AdviseSearch } from './advise-search.js';
import { readAreaWeights, writeAreaWeights } from './area-weights.js';
import { EXAMPLES } from './examples.js';

const UNKNOWN_RULES = ['separate', 'admit', 'exclude'] as const;

/** What one needs; it stands in the address, so that it can be passed on. */
export function NeedsForm(props: {
  readonly search: AdviseSearch;
  readonly onChange: (part: AdviseSearch) => void;
  readonly onClear: () => void;
}): ReactNode {
  const { search, onChange, onClear } = props;
  const { advise } = useMessages();
  return (
    <Panel
      title={advise.needs}
      note={advise.needsNote}
      actions={
        <Button size="compact-sm" variant="default" onClick={onClear}>
          {advise.clear}
        </Button>
      }
    >
      <AreaFields search={search} onChange={onChange} />
      <NeedFields search={search} onChange={onChange} />
      <Group gap="md" mt="sm" align="flex-end">
        <Switch name="commercial" label={advise.commercial} search={search} onChange={onChange} />
        <Switch name="asService" label={advise.asService} search={search} onChange={onChange} />
        <Switch name="hosted" label={advise.hostedToo} search={search} onChange={onChange} />
        <NativeSelect
          size="xs"
          label={advise.unknown}
          value={search.unknown ?? 'separate'}
          data={UNKNOWN_RULES.map((value) => ({ value, label: advise.unknownRules[value] }))}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onChange({ unknown: value === 'separate' ? '' : value });
          }}
        />
      </Group>
      <nav aria-label={advise.examples} className={classes['examples']}>
        <span>{advise.examples}</span>
        {Object.entries(EXAMPLES).map(([name, needs]) => (
          <Link key={name} to="/advise" search={needs}>
            {advise.exampleNames[name as keyof typeof EXAMPLES]}
          </Link>
        ))}
      </nav>
    </Panel>
  );
}

interface FieldProps {
  readonly search: AdviseSearch;
  readonly onChange: (part: AdviseSearch) => void;
}

function AreaFields({ search, onChange }: FieldProps): ReactNode {
  const { advise, areas } = useMessages();
  const weights = readAreaWeights(search.area);
  return (
    <fieldset className={classes['areas']}>
      <legend>{advise.areas}</legend>
      {Object.entries(areas).map(([area, name]) => (
        <NumberInput
          key={area}
          size="xs"
          label={name}
          value={weights[area] ?? ''}
          min={0}
          max={100}
          step={1}
          decimalScale={2}
          onChange={(value) => onChange({ area: writeAreaWeights({ ...weights, [area]: Number(value) || 0 }) ?? '' })}
        />
      ))}
    </fieldset>
  );
}

function NeedFields({ search, onChange }: FieldProps): ReactNode {
  const { advise } = useMessages();
  // The keys of the fields' labels are needs.
  const fields = Object.entries(advise.fields) as [keyof typeof advise.fields, string][];
  return (
    <div className={classes['fields']}>
      {fields.map(([key, label]) => (
        <LateInput
          key={key}
          label={label}
          placeholder={advise.placeholders[key]}
          value={search[key] ?? ''}
          onType={(value) => onChange({ [key]: value })}
        />
      ))}
    </div>
  );
}

function Switch(
  props: FieldProps & { readonly name: 'commercial' | 'asService' | 'hosted'; readonly label: string },
): ReactNode {
  const { name, label, search, onChange } = props;
  return (
    <Checkbox
      label={label}
      checked={search[name] === 'true'}
      onChange={(event) => onChange({ [name]: event.currentTarget.checked ? 'true' : '' })}
    />
  );
}
