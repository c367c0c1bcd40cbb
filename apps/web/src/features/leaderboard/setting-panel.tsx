import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import { settingNames } from './column-texts.js';
import classes from './leaderboard.module.css';
import type { SettingChoice } from './shown-columns.js';

/** Which of several settings of a task is shown: numbers of two settings never stand in one column. */
export function SettingPanel(props: {
  readonly choices: readonly SettingChoice[];
  readonly onChoose: (choice: SettingChoice, key: string) => void;
}): ReactNode {
  const wording = useLanguage();
  const { board } = wording.messages;
  if (props.choices.length === 0) return null;
  return (
    <Panel title={board.settings} note={board.settingsNote}>
      <div className={classes['settings']}>
        {props.choices.map((choice) => {
          const names = settingNames(choice.columns, wording);
          return (
            <NativeSelect
              key={choice.task}
              size="xs"
              label={choice.task}
              value={choice.chosen.key}
              data={choice.columns.map(({ key, models }, place) => ({
                value: key,
                label: `${names[place] ?? key} (${board.shown(models, models)})`,
              }))}
              onChange={(event) => props.onChoose(choice, event.currentTarget.value)}
            />
          );
        })}
      </div>
    </Panel>
  );
}
