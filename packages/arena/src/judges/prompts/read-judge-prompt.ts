import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '@understudy/core';
import { parse } from 'yaml';
import { z } from 'zod';
import { judgePromptSchema, type JudgePrompt } from './judge-prompt.js';

/** Folder of the prompts that come with Understudy. */
const PROMPTS_FOLDER = fileURLToPath(new URL('../../../judge-prompts', import.meta.url));

/** Names of the prompts that come with Understudy, sorted. */
export async function listJudgePrompts(): Promise<readonly string[]> {
  const files = await readdir(PROMPTS_FOLDER);
  return files
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => basename(name, '.yaml'))
    .sort();
}

/**
 * Reads a judge's prompt by its name, or a user's own by the path of its file. Throws `UserError` `judge-prompt-unreadable` or
 * `judge-prompt-invalid`.
 */
export async function readJudgePrompt(nameOrPath: string): Promise<JudgePrompt> {
  const names = await listJudgePrompts();
  const path = names.includes(nameOrPath) ? join(PROMPTS_FOLDER, `${nameOrPath}.yaml`) : nameOrPath;
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new UserError({
      code: 'judge-prompt-unreadable',
      message: `The judge's prompt ${nameOrPath} is neither a known name nor a file that can be read.`,
      hint: `Use one of ${names.join(', ')}, or the path of a YAML file.`,
      values: { prompt: nameOrPath },
      cause,
    });
  }
  return parseJudgePrompt(text, path);
}

/** Checks the text of a prompt's file; `path` is for the error. Throws `UserError` `judge-prompt-invalid`. */
export function parseJudgePrompt(text: string, path: string): JudgePrompt {
  const parsed = judgePromptSchema.safeParse(parseYaml(text, path));
  if (!parsed.success) throw invalid(path, z.prettifyError(parsed.error));
  return { ...parsed.data, hash: createHash('sha256').update(text).digest('hex') };
}

function parseYaml(text: string, path: string): unknown {
  try {
    return parse(text) as unknown;
  } catch (error) {
    throw invalid(path, error instanceof Error ? error.message : 'no YAML');
  }
}

function invalid(path: string, problem: string): UserError {
  return new UserError({
    code: 'judge-prompt-invalid',
    message: `The judge's prompt ${path} can't be used: ${problem}`,
    hint: 'A prompt has version: 1, name, mode, title, max_tokens, instruction, reference, conversation, and verdict with text and json.',
    values: { path },
  });
}
