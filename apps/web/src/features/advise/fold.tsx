import { type ReactNode, useState } from 'react';
import classes from './advise.module.css';

/** Fields for those who want them: opened by hand, or as soon as one of them says something; then it stays as the reader leaves it. */
export function Fold(props: {
  readonly title: string;
  readonly isUsed: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const { title, isUsed, children } = props;
  const [isOpen, setIsOpen] = useState(isUsed);
  return (
    <details
      className={classes['more']}
      open={isOpen || isUsed}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>{title}</summary>
      {children}
    </details>
  );
}
