import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Link } from '../../page/link.js';
import type { Relative } from './calls.js';

/** A relative's name, with the way to its page where it has one, and how it was tuned. */
export function RelativeLink(props: { readonly relative: Relative }): ReactNode {
  const { words } = useMessages();
  const { id, name, hasCard, methods } = props.relative;
  const names: Readonly<Record<string, string>> = words.methods;
  return (
    <>
      {hasCard ? (
        <Link to="/models/$modelId" params={{ modelId: id }}>
          {name}
        </Link>
      ) : (
        name
      )}
      {methods.length > 0 && ` (${methods.map((tag) => names[tag] ?? tag).join(', ')})`}
    </>
  );
}
