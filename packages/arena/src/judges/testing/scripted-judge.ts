import { ScriptedEngine, type Script } from '@understudy/engine-scripted';
import { readJudgePrompt } from '../prompts/read-judge-prompt.js';
import { openJudge, type OpenJudge, type WriteConversation } from '../run/open-judge.js';
import type { VerdictForm } from '../verdicts/verdict-form.js';

/** A judge for tests, played by a script that sees the whole message. */
export interface ScriptedJudge {
  readonly judge: OpenJudge;
  readonly engine: ScriptedEngine;
}

const CONTEXT = 1_000_000;

const write: WriteConversation = async (messages) => {
  const text = messages.map(({ content }) => content).join('\n');
  return { prompt: { kind: 'text', text }, length: text.length };
};

/** Opens a scripted judge; `prompt` is the name of one of ours. */
export async function scriptedJudge(
  script: Script,
  { prompt = 'pairwise', form = 'text' }: { readonly prompt?: string; readonly form?: VerdictForm } = {},
): Promise<ScriptedJudge> {
  const engine = new ScriptedEngine({ hasTokenizer: false, contextLength: CONTEXT, ...script });
  const judge = openJudge({
    spec: 'scripted:test-judge.yaml',
    engine,
    write,
    stop: [],
    prompt: await readJudgePrompt(prompt),
    form,
    useReference: true,
    temperature: 0,
    seed: 0,
    now: 0,
  });
  return { judge, engine };
}

/** The text of an answer that a judge was shown, by its heading. */
export function shownPart(message: string, heading: string): string {
  const found = new RegExp(`\\[BEGIN ${heading} ([0-9a-f]{8})\\]\\n(.*?)\\n\\[END ${heading} \\1\\]`, 'su').exec(
    message,
  );
  return found?.[2] ?? '';
}
