import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { fillArena } from './fill-arena.js';

/** The committed launcher. */
export const LAUNCHER = fileURLToPath(new URL('../../../cli/bin/understudy.js', import.meta.url));
const SITE = fileURLToPath(new URL('../../dist/site/index.html', import.meta.url));

/** Why no page can be served; null: all is there. */
export function missingSite(): string | null {
  return existsSync(SITE) ? null : 'skipped: the pages are not built, see npm run build';
}

/** The real command, serving the real pages over a small arena. */
export interface ServedArena extends AsyncDisposable {
  readonly url: string;
  /** Calls the API as the machine's own administrator. */
  readonly call: (method: 'GET' | 'POST', path: string, body?: object) => Promise<Record<string, unknown>>;
}

/** How it is served. */
export interface ServeOptions {
  /** More arguments of the command. */
  readonly arguments?: readonly string[];
  /** Fills the new database; the small arena of the tests without it. */
  readonly fill?: (path: string) => Promise<void>;
  /** Commands that are run on the database before it is served. */
  readonly commands?: (home: string) => readonly (readonly string[])[];
  /** What each model of free mode answers. */
  readonly freeAnswers?: readonly string[];
}

/** Writes a script that answers the same to everything; gives the spec of the model. */
export function writeScript(path: string, answer: string): string {
  writeFileSync(path, JSON.stringify({ version: 1, default_answer: answer }));
  return `scripted:${path}`;
}

function freeModels(home: string, answers: readonly string[]): string[] {
  return answers.flatMap((answer, place) => ['--model', writeScript(join(home, `model-${place}.yaml`), answer)]);
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (text: string): void => {
      output += text;
      const address = /at (http:\/\/\S+?)[\s(]/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.setEncoding('utf8').on('data', read);
    child.stderr?.setEncoding('utf8').on('data', read);
    child.on('close', () => reject(new Error(`The server ended before it listened:\n${output}`)));
  });
}

/** Starts `understudy serve` on a free port with a home of its own, both gone when it is disposed of. */
export async function serveArena(options: ServeOptions = {}): Promise<ServedArena> {
  const home = mkdtempSync(join(tmpdir(), 'understudy-web-'));
  await (options.fill ?? fillArena)(join(home, 'understudy.db'));
  const models = freeModels(home, options.freeAnswers ?? []);
  const { PATH, HOME, TMPDIR } = process.env;
  const env = { PATH, HOME, TMPDIR, LANG: 'en_US.UTF-8', NO_COLOR: '1', UNDERSTUDY_HOME: home };
  for (const command of options.commands?.(home) ?? [])
    await promisify(execFile)(process.execPath, [LAUNCHER, ...command], { env });
  const child = spawn(process.execPath, [LAUNCHER, 'serve', '--port', '0', ...models, ...(options.arguments ?? [])], {
    env,
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const url = await addressOf(child);
  const session = await fetch(`${url}/api/session`);
  const cookie = session.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const { csrf } = (await session.json()) as { readonly csrf: string | null };
  return {
    url,
    call: async (method, path, body) => {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: { Cookie: cookie, 'X-CSRF-Token': csrf ?? '', 'Content-Type': 'application/json', Origin: url },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const answer = (await response.json()) as Record<string, unknown>;
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
      return answer;
    },
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}
