import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import type { Claim } from './claim.js';
import { ClaimCheck } from './claim-check.js';
import classes from './claims.module.css';
import { DataCheck } from './data-check.js';

/** Claims with both checks; `sources` shows where a claim was read. */
export function ClaimList(props: {
  readonly claims: readonly Claim[];
  readonly sources: (sources: readonly string[]) => ReactNode;
}): ReactNode {
  const { claims: messages } = useMessages();
  return (
    <ul className={classes['claims']}>
      {props.claims.map((claim) => (
        <li key={claim.id} id={claim.id}>
          <p>
            {claim.claim}
            {props.sources(claim.sources)}
          </p>
          <ClaimCheck claim={claim} />
          <DataCheck data={claim.data} />
          <div className={classes['facts']}>
            {[claim.id, claim.area, messages.saysOf(claim.models.join(', ')), ...claim.benchmarks].join(' · ')}
          </div>
        </li>
      ))}
    </ul>
  );
}
