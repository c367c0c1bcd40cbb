import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Page } from '../../page/page.js';
import { useSession } from '../session/use-session.js';
import { ExportPanel } from './export-panel.js';
import { ImportPanel } from './import-panel.js';

/** Votes from files and into files. */
export function ExchangePage(): ReactNode {
  const { exchange } = useMessages();
  const role = useSession()?.role;
  return (
    <Page title={exchange.title} about={exchange.about}>
      {role === 'admin' && <ImportPanel />}
      <ExportPanel />
    </Page>
  );
}
