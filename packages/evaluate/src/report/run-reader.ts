import type { Store } from '@understudy/store';

/** As much of a store as reports and files of runs are made from. Readers may wrap one, e.g. to let others work between its pieces. */
export type RunReader = Pick<Store, 'getRun' | 'listTasks' | 'scores' | 'samples'>;
