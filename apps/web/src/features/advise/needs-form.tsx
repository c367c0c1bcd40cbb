import { Button, Checkbox, Group, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Messages } from '../../messages/messages.js';
import { useMessages } from '../../messages/use-messages.js';
import { Link } from '../../page/link.js';
import { Panel } from '../../page/panel.js';
import { LateInput } from '../leaderboard/late-input.js';
import classes from './advise.module.css';
import type { AdviseSearch } from './advise-search.js';
import { AreaFields } from './area-fields.js';
import { EXAMPLES } from './examples.js';
import { Fold } from './fold.js';

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
      <nav aria-label={advise.examples} className={classes['examples']}>
        <span>{advise.examples}</span>
        {Object.entries(EXAMPLES).map(([name, needs]) => (
          <Link key={name} to="/advise" search={needs}>
            {advise.exampleNames[name as keyof typeof EXAMPLES]}
          </Link>
        ))}
      </nav>
      <AreaFields search={search} onChange={onChange} />
      <NeedFields keys={FIRST_FIELDS} search={search} onChange={onChange} />
      <Group gap="md" mt="sm" align="flex-end">
        <Switch name="commercial" label={advise.commercial} search={search} onChange={onChange} />
        <Switch name="hosted" label={advise.hostedToo} search={search} onChange={onChange} />
      </Group>
      <Fold
        title={advise.moreNeeds}
        isUsed={[...MORE_FIELDS, 'asService' as const, 'unknown' as const].some((key) => search[key] !== undefined)}
      >
        <NeedFields keys={MORE_FIELDS} search={search} onChange={onChange} />
        <Group gap="md" mt="sm" align="flex-end">
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
          <Switch name="asService" label={advise.asService} search={search} onChange={onChange} />
        </Group>
      </Fold>
    </Panel>
  );
}

interface FieldProps {
  readonly search: AdviseSearch;
  readonly onChange: (part: AdviseSearch) => void;
}

/** What most people have something to say about. */
const FIRST_FIELDS = ['reference', 'language', 'maxMemory', 'context', 'maxCost'] as const;
const MORE_FIELDS = ['margin', 'confidence', 'users', 'quantization', 'speed', 'bandwidth'] as const;

function NeedFields(props: FieldProps & { readonly keys: readonly (keyof Messages['advise']['fields'])[] }): ReactNode {
  const { keys, search, onChange } = props;
  const { advise } = useMessages();
  return (
    <div className={classes['fields']}>
      {keys.map((key) => (
        <LateInput
          key={key}
          label={advise.fields[key]}
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
