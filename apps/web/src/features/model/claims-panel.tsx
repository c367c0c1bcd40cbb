import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import type { Claim } from './calls.js';
import { ClaimCheck } from './claim-check.js';
import classes from './model.module.css';
import { SourceMarks } from './source-marks.js';

/** What the surveys say of a model, and what a check of it found. */
export function ClaimsPanel(props: { readonly claims: readonly Claim[] }): ReactNode {
  const { model } = useMessages();
  return (
    <Panel title={model.claims} note={model.claimsNote}>
      {props.claims.length === 0 ? (
        model.noClaims
      ) : (
        <ul className={classes['claims']}>
          {props.claims.map((claim) => (
            <li key={claim.id}>
              <p>
                {claim.claim}
                <SourceMarks sources={claim.sources} />
              </p>
              <ClaimCheck claim={claim} />
              <Text size="xs" c="dimmed">
                {[claim.id, claim.area, ...claim.benchmarks].join(' · ')}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
