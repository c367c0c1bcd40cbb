import { describe, expect, test } from 'vitest';
import { runCli } from './support/run-cli.js';
import { temporaryHome } from './support/temporary-home.js';
import { present, smollm2 } from './support/test-models.js';

const home = temporaryHome();

describe.skipIf(smollm2 === undefined)('chat (UNDERSTUDY_TEST_MODELS)', () => {
  test('answers piped lines, remembers the conversation, obeys its commands, and prints nothing but answers', async () => {
    const input = 'What is the capital of France?\nAnd of Italy?\n/reset\n/nonsense\n/exit\nnever read\n';
    const options = ['--temperature', '0', '--compute', 'f32', '--max_gen_toks', '40'];
    const { code, stdout, stderr } = await runCli(['chat', present(smollm2), ...options], { home, input });
    // What transformers answers in float32, greedily.
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'The capital of France is Paris.\nThe capital of Italy is Rome.\n',
    });
    expect(stderr).toContain('The conversation starts over.');
    expect(stderr).toContain('There is no /nonsense.');
  });
});
