import { type MantineColorScheme, NativeSelect, useMantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { LANGUAGES, type Language } from '../messages/messages.js';
import { useLanguage } from '../messages/use-messages.js';
import classes from './preferences.module.css';

/** Language and colours; both are kept in the browser. */
export function Preferences(): ReactNode {
  const { language, setLanguage, messages } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { app } = messages;
  const schemes: readonly MantineColorScheme[] = ['auto', 'light', 'dark'];
  return (
    <div className={classes['preferences']}>
      <NativeSelect
        size="xs"
        aria-label={app.language}
        value={language}
        data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
        // Only the languages of the list can be chosen.
        onChange={(event) => setLanguage(event.currentTarget.value as Language)}
      />
      <NativeSelect
        size="xs"
        aria-label={app.colours}
        value={colorScheme}
        data={schemes.map((value) => ({ value, label: app.colourSchemes[value] }))}
        // Only the schemes of the list can be chosen.
        onChange={(event) => setColorScheme(event.currentTarget.value as MantineColorScheme)}
      />
    </div>
  );
}
