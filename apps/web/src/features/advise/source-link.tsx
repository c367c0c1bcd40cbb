import type { ReactNode } from 'react';
import { sourceAddress } from '../model/sources.js';

/** A source; it leads to where it can be read, if that has an address. */
export function SourceLink(props: { readonly source: string }): ReactNode {
  const address = sourceAddress(props.source);
  if (address === undefined) return <span>{props.source}</span>;
  return (
    <a href={address} rel="noreferrer">
      {props.source}
    </a>
  );
}
