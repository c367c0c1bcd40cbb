import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { messagesRenderer, parseMessages } from './messages-text.js';

const messages = [
  { role: 'system', content: 'Be brief — “please”.' },
  { role: 'user', content: 'Frage: "Was?"\n\tAntwort: é 😀 \\ /' },
] as const;

it('writes messages as the reference harness keeps them, so that the hash of the prompt is the same', () => {
  const text = messagesRenderer.render(messages, { ending: 'answer' });
  // hashlib.sha256(json.dumps(messages, ensure_ascii=False).encode()).hexdigest()
  expect(createHash('sha256').update(text).digest('hex')).toBe(
    '3f6ad2da036a9ecef5ac030ac7766501dccd9f7a8846aada97d6c22f857fef07',
  );
  expect(parseMessages(text)).toEqual(messages);
});
