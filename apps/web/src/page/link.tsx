import { Link as RouterLink, type LinkComponent } from '@tanstack/react-router';

const EXACT = { exact: true } as const;

/** A link of the pages. Only one to this very page counts as current, where the router's own takes one to any page above it for that. */
export const Link: LinkComponent<'a'> = (props) => <RouterLink activeOptions={EXACT} {...props} />;
