import { openStore, type Store } from '@understudy/store';
import { homeDatabase } from './home-database.js';
import { type UpgradeContext, tellUpgrade } from './tell-upgrade.js';

/** The runs, in the database of this environment unless `chosen` (a path or an address) says otherwise. */
export function openHomeStore(context: UpgradeContext, chosen?: string): Promise<Store> {
  const place = homeDatabase(context.environment, chosen);
  return openStore({ ...place, onUpgrade: tellUpgrade(context), signal: context.signal });
}
