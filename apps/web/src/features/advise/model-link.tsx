import type { ReactNode } from 'react';
import { Link } from '../../page/link.js';
import { modelAddress } from '../leaderboard/addresses.js';

/** A model's name; it leads to its page where it has a card. */
export function ModelLink(props: {
  readonly model: { readonly name: string; readonly card: string | null };
}): ReactNode {
  const { name, card } = props.model;
  return card === null ? name : <Link to={modelAddress(card)}>{name}</Link>;
}
