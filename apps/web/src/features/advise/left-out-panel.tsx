import type { ReactNode } from 'react';
import { useLanguage } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import classes from './advise.module.css';
import type { Finding, LeftOut } from './calls.js';
import { ModelLink } from './model-link.js';
import { reasonText } from './reason-text.js';

/** Models that are left out, by the need they break, or that cannot be judged; one that breaks several stands under each. */
export function LeftOutPanel(props: {
  readonly title: string;
  readonly note?: string;
  readonly models: readonly LeftOut[];
}): ReactNode {
  const { language, messages } = useLanguage();
  const { title, note, models } = props;
  const { advise } = messages;
  return (
    <Panel title={title} {...(note === undefined ? {} : { note })}>
      {[...byNeed(models)].map(([need, entries]) => (
        <details key={need} className={classes['left']}>
          <summary>{advise.modelsOf(advise.needNames[need], entries.length)}</summary>
          <ul className={classes['list']}>
            {entries.map(({ model, reason }) => (
              <li key={model.id}>
                <ModelLink model={model} />: {reasonText(reason, messages, language)}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </Panel>
  );
}

interface LeftOutEntry {
  readonly model: LeftOut;
  readonly reason: Finding['reason'];
}

function byNeed(models: readonly LeftOut[]): ReadonlyMap<Finding['need'], readonly LeftOutEntry[]> {
  const groups = new Map<Finding['need'], LeftOutEntry[]>();
  for (const model of models) {
    for (const { need, reason } of model.findings) {
      groups.set(need, [...(groups.get(need) ?? []), { model, reason }]);
    }
  }
  return groups;
}
