import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import type { Claim } from './claim.js';

const SIGNS = { supported: '✓', 'supported-with-caveat': '◐', contradicted: '✕', 'not-checked': '–' } as const;

/** What the check of a claim against primary sources found. */
export function ClaimCheck(props: { readonly claim: Pick<Claim, 'check' | 'checkNote'> }): ReactNode {
  const { claims } = useMessages();
  const { check, checkNote } = props.claim;
  return (
    <div>
      {claims.sourceCheck}: <span aria-hidden>{SIGNS[check]}</span> <strong>{claims.checks[check]}</strong>
      {checkNote !== null && ` – ${checkNote}`}
    </div>
  );
}
