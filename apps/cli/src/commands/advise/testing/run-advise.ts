import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Advice } from '@understudy/advise';
import { en } from '../../../messages/en.js';
import { zhCn } from '../../../messages/zh-cn.js';
import { runProgram } from '../../../program/run-program.js';
import type { CommandContext } from '../../command-context.js';

const EXAMPLES = new URL('../../../../../../packages/advise/examples/', import.meta.url);

/** Runs `understudy advise EXAMPLE …` in this process with a home folder; gives what it printed. */
export async function runAdvise(
  home: string,
  argv: readonly string[],
  language: 'en' | 'zh-CN' = 'en',
): Promise<string> {
  const printed = new PassThrough();
  const chunks: Buffer[] = [];
  printed.on('data', (chunk: Buffer) => chunks.push(chunk));
  // Only what the command uses; a terminal has more.
  const context = {
    messages: language === 'en' ? en : zhCn,
    language,
    verbose: false,
    version: '0',
    commandLine: '',
    environment: { UNDERSTUDY_HOME: home },
    stdout: printed,
    stderr: new PassThrough(),
    signal: new AbortController().signal,
  } as unknown as CommandContext;
  const code = await runProgram(['advise', ...argv], context);
  if (code !== 0) throw new Error(`advise ended with ${code}`);
  return Buffer.concat(chunks).toString('utf8');
}

/** The path of an example of needs. */
export function exampleFile(name: string): string {
  return fileURLToPath(new URL(`${name}.yaml`, EXAMPLES));
}

/** The advice for an example, as JSON. */
export async function adviceFor(home: string, example: string, argv: readonly string[] = []): Promise<Advice> {
  // What the command prints with `--json` is the advice.
  return JSON.parse(await runAdvise(home, [exampleFile(example), '--json', ...argv])) as Advice;
}
