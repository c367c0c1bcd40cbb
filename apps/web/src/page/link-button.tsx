import { Button, type ButtonProps } from '@mantine/core';
import { createLink, type LinkComponent } from '@tanstack/react-router';
import type { ComponentPropsWithRef, ReactNode } from 'react';

type AnchorButtonProps = ButtonProps & Omit<ComponentPropsWithRef<'a'>, keyof ButtonProps>;

function AnchorButton(props: AnchorButtonProps): ReactNode {
  return <Button component="a" {...props} />;
}

const Linked = createLink(AnchorButton);

/** A link of the pages that looks like a button. */
export const LinkButton: LinkComponent<typeof AnchorButton> = (props) => (
  <Linked preload="intent" activeOptions={{ exact: true }} {...props} />
);
