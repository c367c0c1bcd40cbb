import { Button } from '@mantine/core';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useSession } from '../features/session/use-session.js';
import { useMessages } from '../messages/use-messages.js';
import { NeedsServer } from '../page/needs-server.js';
import { siteFile } from '../server/static-site.js';
import { Navigation } from './navigation.js';
import { Preferences } from './preferences.js';
import { lacksServer } from './server-pages.js';
import { SessionMenu } from './session-menu.js';
import classes from './shell.module.css';

/** What is around every page: a link past the navigation, the navigation, language, colours, who one is. */
export function Shell(): ReactNode {
  const { app } = useMessages();
  const session = useSession();
  const [open, setOpen] = useState(false);
  const content = useRef<HTMLElement>(null);
  const menu = useRef<HTMLButtonElement>(null);
  const path = useLocation({ select: (location) => location.pathname });
  useEffect(() => setOpen(false), [path]);
  return (
    <div className={classes['shell']}>
      <a
        className={classes['skip']}
        href="#content"
        onClick={(event) => {
          // The address may have the page behind the `#`.
          event.preventDefault();
          content.current?.focus();
        }}
      >
        {app.skip}
      </a>
      <header
        className={classes['side']}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !open) return;
          setOpen(false);
          menu.current?.focus();
        }}
      >
        <div className={classes['brand']}>
          <Link to="/" className={classes['home']} activeOptions={{ exact: true }}>
            <img src={siteFile('icon.svg')} alt="" width={22} height={22} />
            <span>{app.name}</span>
          </Link>
          <Button
            className={classes['menu']}
            ref={menu}
            variant="default"
            size="compact-sm"
            aria-expanded={open}
            aria-controls="navigation"
            onClick={() => setOpen(!open)}
          >
            {app.menu}
          </Button>
        </div>
        <div id="navigation" className={classes['drawer']} data-open={open}>
          <Navigation role={session?.role ?? null} />
          <div className={classes['foot']}>
            <Preferences />
            <SessionMenu />
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className={classes['main']} ref={content}>
        <Suspense>{lacksServer(path) ? <NeedsServer /> : <Outlet />}</Suspense>
      </main>
    </div>
  );
}
