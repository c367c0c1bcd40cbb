import { lazy, type ReactNode, Suspense, useMemo, useRef } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import { SavePicture } from '../../plots/save-picture.js';
import type { CapabilityRow } from './calls.js';
import classes from './capabilities.module.css';
import type { Origin } from './capability-search.js';
import { capabilityPicture } from './picture-cells.js';
import { VERDICT_SIGNS } from './verdict-signs.js';

const CapabilityFigure = lazy(() => import('../../plots/capability-figure.js'));

/** The map at one look: which benchmarks an open model reaches a reference on. */
export function PicturePanel(props: {
  readonly rows: readonly CapabilityRow[];
  readonly origin: Origin | undefined;
}): ReactNode {
  const { capabilities, areas } = useMessages();
  const { rows, origin } = props;
  const picture = useRef<HTMLDivElement>(null);
  const { cells, against, benchmarks } = useMemo(
    () => capabilityPicture(rows, origin, { capabilities, areas }),
    [rows, origin, capabilities, areas],
  );
  return (
    <Panel
      title={capabilities.picture}
      note={capabilities.pictureNote}
      actions={cells.length > 0 && <SavePicture within={picture} fileName="understudy-capabilities" />}
    >
      {cells.length === 0 ? (
        capabilities.noVerdict
      ) : (
        <div ref={picture} className={classes['scroll']} tabIndex={0} role="region" aria-label={capabilities.picture}>
          <div className={classes['figure']}>
            <Suspense>
              <CapabilityFigure
                cells={cells}
                against={against}
                benchmarks={benchmarks}
                label={capabilities.label(benchmarks.length)}
              />
            </Suspense>
          </div>
        </div>
      )}
      <div className={classes['signs']}>
        {Object.entries(VERDICT_SIGNS).map(([kind, sign]) => {
          const names: Readonly<Record<string, string>> = capabilities.verdicts;
          return (
            <span key={kind}>
              {sign} {names[kind]}
            </span>
          );
        })}
      </div>
    </Panel>
  );
}
