import type { ReactNode } from 'react';
import { useMessages } from '../../../messages/use-messages.js';
import { Warning } from '../../../page/warning.js';
import type { SettingDifference } from './calls.js';
import classes from './compare.module.css';

const LONGEST = 200;

const short = (text: string | null): string =>
  text === null ? '–' : text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;

/** Warns that two runs were not made alike, and says in what. Nothing where they were. */
export function SettingsWarning(props: {
  readonly differences: readonly SettingDifference[];
  readonly text: string;
}): ReactNode {
  const { compare } = useMessages();
  const { differences, text } = props;
  if (differences.length === 0) return null;
  return (
    <Warning>
      {text}
      <details>
        <summary>{compare.inWhat(differences.length)}</summary>
        <ul className={classes['differences']}>
          {differences.map(({ name, first, second }) => (
            <li key={name}>
              <code>{name}</code>: <code>{short(first)}</code> → <code>{short(second)}</code>
            </li>
          ))}
        </ul>
      </details>
    </Warning>
  );
}
