import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import type { Claim } from './calls.js';

const SIGNS = { supported: '✓', 'supported-with-caveat': '◐', contradicted: '✕', 'not-checked': '–' } as const;

/** What the check of a claim against primary sources found. */
export function ClaimCheck(props: { readonly claim: Pick<Claim, 'check' | 'checkNote'> }): ReactNode {
  const { words } = useMessages();
  const { check, checkNote } = props.claim;
  return (
    <p>
      <span aria-hidden>{SIGNS[check]}</span> <strong>{words.checks[check]}</strong>
      {checkNote !== null && `: ${checkNote}`}
    </p>
  );
}
