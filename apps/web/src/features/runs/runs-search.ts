/** What became of a run. */
export const RUN_STATUSES = ['running', 'interrupted', 'finished', 'stopped', 'failed'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/** Which runs the address of the list asks for. */
export interface RunsSearch {
  readonly model?: string;
  readonly task?: string;
  readonly status?: RunStatus;
  /** The last run of the page before. */
  readonly before?: string;
}

/** Reads an address; what is no choice is left out. */
export function readRunsSearch(search: Readonly<Record<string, unknown>>): RunsSearch {
  const texts = (['model', 'task', 'before'] as const).flatMap((key) => {
    const value = search[key];
    return typeof value === 'string' && value !== '' && value.length <= 200 ? [[key, value]] : [];
  });
  const status = RUN_STATUSES.find((each) => each === search['status']);
  return { ...Object.fromEntries(texts), ...(status === undefined ? {} : { status }) } as RunsSearch;
}
