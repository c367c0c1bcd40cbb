import { type ReactNode, useState } from 'react';

/** Something long that is only made when it is asked for: hundreds of tables that nobody opened make a page slow. */
export function Details(props: { readonly summary: string; readonly children: () => ReactNode }): ReactNode {
  const { summary, children } = props;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen && children()}
    </details>
  );
}
