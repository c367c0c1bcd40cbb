/** The page of a run. */
export function runAddress(runId: string): string {
  return `/runs/${encodeURIComponent(runId)}`;
}

/** The samples of a task of a run. */
export function samplesAddress(runId: string, task: string): string {
  return `${runAddress(runId)}/tasks/${encodeURIComponent(task)}`;
}

/** The page of a model, by the id of its card. */
export function modelAddress(card: string): string {
  return `/models/${encodeURIComponent(card)}`;
}
