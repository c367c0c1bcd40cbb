import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tinyAdapter, writeTinyAdapter } from '@understudy/engine-llama/testing';
import { unpackCheckpointFolder, useSentencePiece } from '@understudy/engine-onnx/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { writeColourTask } from './support/colour-task.js';
import { runCli } from './support/run-cli.js';
import { temporaryHome } from './support/temporary-home.js';

const home = temporaryHome();
const tasks = writeColourTask(home, 4);
const checkpoint = unpackCheckpointFolder('gemma3-split');
afterAll(() => checkpoint[Symbol.dispose]());

function evaluate(...argv: readonly string[]) {
  return runCli(['eval', '--model', checkpoint.folder, '--tasks', 'colours', '--include_path', tasks, ...argv], {
    home,
  });
}

describe('a transformers checkpoint', () => {
  test('is evaluated from its folder, by the one engine that reads it', async () => {
    const { code, stdout, stderr } = await evaluate();
    expect(stderr).toContain('Only the onnx engine can read it: It is a transformers checkpoint');
    expect(stdout).toMatch(/^colours +1 +0 +acc +↑ +[01]\.\d{4} /m);
    expect(code).toBe(0);
  });

  test('is shown by what its files say', async () => {
    const { code, stdout } = await runCli(['models', 'show', checkpoint.folder], { home });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^architecture +gemma3$/m);
    expect(stdout).toContain('model-00003-of-00003.safetensors');
    expect(stdout).toContain('KV cache (f32)');
  });

  test('is talked to without adapters, which are refused while the conversation goes on', async () => {
    using adapter = writeTinyAdapter(tinyAdapter({ seed: 3 }));
    const options = ['--temperature', '0', '--max_gen_toks', '3', '--chat_template', 'vicuna-v1.1'];
    const { code, stdout, stderr } = await runCli(['chat', checkpoint.folder, ...options], {
      home,
      input: `/adapter ${adapter.path}\nthe\n`,
    });
    expect(stderr).toContain('The onnx engine cannot lay adapters over a model.');
    expect(stderr).not.toContain('from now on');
    expect(stdout.trim()).not.toBe('');
    expect(code).toBe(0);
  });

  test('is refused where the llama engine is asked for, with the command that makes a GGUF', async () => {
    const { code, stderr } = await evaluate('--engine', 'llama');
    expect(code).not.toBe(0);
    expect(stderr).toContain('convert_hf_to_gguf.py');
    const converted = await runCli(
      ['models', 'convert', checkpoint.folder, '--type', 'q8_0', '-o', join(home, 'x.gguf')],
      { home },
    );
    expect(converted.stderr).toContain('convert_hf_to_gguf.py');
  });

  test('is evaluated with a SentencePiece model in the place of tokenizer.json', async () => {
    using other = unpackCheckpointFolder('llama');
    useSentencePiece(other.folder, 'llama');
    const argv = ['eval', '--model', other.folder, '--tasks', 'colours', '--include_path', tasks];
    const { code, stdout } = await runCli(argv, { home });
    expect(stdout).toMatch(/^colours +1 +0 +acc +↑ +[01]\.\d{4} /m);
    expect(code).toBe(0);
  });

  test('is refused with a window that its file contradicts, and with a configuration of another size', async () => {
    const windowed = await evaluate('--sliding-window', '3');
    expect([windowed.code, windowed.stderr]).toEqual([1, expect.stringContaining('files that leave the window out')]);
    using other = unpackCheckpointFolder('llama');
    const path = join(other.folder, 'config.json');
    const config = JSON.parse(readFileSync(path, 'utf8')) as { hidden_size: number };
    writeFileSync(path, JSON.stringify({ ...config, hidden_size: 2 * config.hidden_size }));
    const { code, stderr } = await runCli(
      ['eval', '--model', other.folder, '--tasks', 'colours', '--include_path', tasks],
      { home },
    );
    expect(stderr).toMatch(/its embedding has \d+ numbers a token, and its config\.json says \d+/);
    expect(code).toBe(1);
  });

  test('is refused where its tokenizer is missing, with what to do', async () => {
    using other = unpackCheckpointFolder('llama');
    rmSync(join(other.folder, 'tokenizer.json'));
    const { code, stderr } = await runCli(
      ['eval', '--model', other.folder, '--tasks', 'colours', '--include_path', tasks],
      { home },
    );
    expect(code).not.toBe(0);
    expect(stderr).toContain('has neither tokenizer.json nor a SentencePiece model');
  });
});
