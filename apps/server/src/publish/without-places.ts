import type { ServerNames } from './server-names.js';

/** A text that is nothing but the path of a file, whose folders may have spaces in their names. */
const PATH_ALONE = /^(?:file:\/\/)?(?:[A-Za-z]:[\\/]|\\\\|~[\w.-]*\/|\/(?!\/)).*[\\/]([^\\/]+)$/i;
/** An absolute path in a sentence, or behind a name and a colon; names on a hub are none. */
const PATHS = [
  /(?<![\w.…~/\\)\]}-])(?:file:\/\/)?(?:~[\w.-]*)?\/(?!\/)(?:[^\s"'`,:;<>|\\/]+\/)+/gi,
  /(?<!\w)(?:[A-Za-z]:[\\/]|\\\\)(?:[^\s"'`,:;<>|\\/]+[\\/])+/g,
];

/** What engines say of a machine or a server in sentences of their own. */
const LEFT_OUT: ReadonlySet<string> = new Set(['address', 'notes', 'reason', 'scoresRefused']);

/**
 * A JSON value in which files of this machine are named without their folders, and servers by numbers: both tell who keeps what where.
 * Sentences in which engines say why they are as they are are left out.
 */
export function withoutPlaces<T>(value: T, servers: ServerNames): T {
  const shown = (text: string): string => {
    const alone = text.replace(PATH_ALONE, '…/$1');
    const withoutPaths = PATHS.reduce((rest, path) => rest.replaceAll(path, '…/'), alone);
    return servers.replaceIn(withoutPaths);
  };
  const visit = (part: unknown): unknown => {
    if (typeof part === 'string') return shown(part);
    if (Array.isArray(part)) return part.map(visit);
    if (typeof part !== 'object' || part === null) return part;
    const members = Object.entries(part).filter(([name]) => !LEFT_OUT.has(name));
    return Object.fromEntries(members.map(([name, member]) => [shown(name), visit(member)]));
  };
  // The same shape: only texts change, and what is left out is in objects whose members are not known.
  return visit(value) as T;
}
