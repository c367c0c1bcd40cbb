import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import { ClaimList } from '../claims/claim-list.js';
import type { Claim } from '../claims/claim.js';
import { SourceMarks } from './source-marks.js';

/** What the surveys say of a model, and what a check of it found. */
export function ClaimsPanel(props: { readonly claims: readonly Claim[] }): ReactNode {
  const { model } = useMessages();
  return (
    <Panel title={model.claims} note={model.claimsNote}>
      {props.claims.length === 0 ? (
        model.noClaims
      ) : (
        <ClaimList claims={props.claims} sources={(sources) => <SourceMarks sources={sources} />} />
      )}
    </Panel>
  );
}
