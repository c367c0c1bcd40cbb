import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { UserError, type TextPair } from '@understudy/core';
import { parse } from 'yaml';
import type { Script } from './scripted-engine.js';
import { scriptFileSchema, type ScriptFile } from './script-file.js';

/**
 * Reads a script file (see `scriptFileSchema`). The script's content is the model's identity. Throws `UserError` `script-invalid` or
 * `script-unreadable`.
 */
export async function readScript(path: string): Promise<Script> {
  const text = await readText(path);
  const file = parseScript(path, text);
  const { capabilities, context_length: contextLength, delay_ms: delayMs } = file;
  return {
    generate: (prompt) => answerOf(file, prompt),
    score: (pair) => scoreOf(file, pair),
    beforeAnswer: () => (delayMs > 0 ? delay(delayMs) : undefined),
    hasTokenizer: false,
    contextLength,
    capabilities: {
      logProbabilities: capabilities.log_probabilities ? 'continuation' : 'none',
      chat: capabilities.chat,
      completions: capabilities.completions,
    },
    identity: createHash('sha256').update(text).digest('hex'),
  };
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new UserError({
      code: 'script-unreadable',
      message: `The script ${path} cannot be read.`,
      hint: 'Name a YAML file: scripted:FILE.yaml.',
      values: { path },
      cause,
    });
  }
}

function parseScript(path: string, text: string): ScriptFile {
  const parsed = scriptFileSchema.safeParse(parseYaml(path, text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalid(path, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a script'}`);
}

function parseYaml(path: string, text: string): unknown {
  try {
    return parse(text) as unknown;
  } catch (error) {
    throw invalid(path, error instanceof Error ? error.message : 'no YAML');
  }
}

function invalid(path: string, problem: string): UserError {
  return new UserError({
    code: 'script-invalid',
    message: `${path}: ${problem}`,
    hint: 'A script has version: 1, and rules under answers (prompt, answer) and scores (context, continuation, log_probability).',
    values: { path },
  });
}

function answerOf({ answers, default_answer: otherwise }: ScriptFile, prompt: string): string {
  for (const rule of answers) {
    const found = rule.prompt.exec(prompt);
    if (found === null) continue;
    if ('error' in rule) throw new Error(rule.error);
    return rule.answer.replace(/\$(\d)/gu, (_, group: string) => found[Number(group)] ?? '');
  }
  return otherwise;
}

function scoreOf(
  { scores, default_log_probability: otherwise }: ScriptFile,
  { context, continuation }: TextPair,
): { readonly logProbability: number; readonly isGreedy: boolean } {
  const rule = scores.find(
    (each) => (each.context?.test(context) ?? true) && (each.continuation?.test(continuation) ?? true),
  );
  if (rule === undefined) return { logProbability: otherwise * continuation.length, isGreedy: false };
  if ('error' in rule) throw new Error(rule.error);
  return { logProbability: rule.log_probability, isGreedy: rule.greedy };
}
