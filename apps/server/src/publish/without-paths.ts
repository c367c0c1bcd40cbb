/** An absolute path, alone or in a sentence, with what stands before it; addresses of the web and names on a hub are none. */
const PATH = /(^|[\s"'`=(,:])(?:[A-Za-z]:[\\/]|\/(?!\/))(?:[^\s"'`,:\\/]+[\\/])+/g;

/** A JSON value in which files of this machine are named without their folders, which tell who keeps what where. */
export function withoutPaths<T>(value: T): T {
  // The same shape: only texts change.
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === 'string' ? part.replaceAll(PATH, '$1…/') : part,
  ) as T;
}
