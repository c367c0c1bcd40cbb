import type { Tokenizer } from '@understudy/core';
import { createChatRenderer, plainTemplate } from '@understudy/tasks';
import { expect, test } from 'vitest';
import { Conversation } from './conversation.js';
import { messagesWriter, templateWriter } from './prompt-writer.js';

/** One token a character, so that tokens read as text again. */
const tokenizer: Tokenizer = {
  info: {
    vocabularySize: 0x110000,
    bos: { id: 60, text: '<s>' },
    eos: undefined,
    addsBos: true,
    prefix: { id: 60, text: '<s>' },
    chatTemplate: undefined,
  },
  encode: async (texts, { addSpecial }) =>
    texts.map((text) =>
      Int32Array.from((addSpecial ? `<s>${text}` : text).split(''), (letter) => letter.charCodeAt(0)),
    ),
  encodePairs: async () => [],
  decode: async (tokens) => tokens.map((sequence) => String.fromCharCode(...sequence)),
};

const jinja =
  '{% for m in messages %}[{{ m.role[0] }}:{{ m.content }}]{% endfor %}{% if add_generation_prompt %}[a:{% endif %}';

function converse(promptLimit: number, system?: string, turns: 'one' | 'many' = 'many') {
  const template = { ...plainTemplate({ name: 'tiny', origin: 'file', jinja }), turns } as const;
  const conversation = new Conversation({
    write: templateWriter(createChatRenderer({ template, specialTokens: {} }), tokenizer),
    turns: template.turns,
    promptLimit,
    system,
  });
  const ask = async (question: string) => {
    const made = await conversation.prompt(question);
    if (made?.prompt.kind !== 'tokens') return undefined;
    return { text: String.fromCharCode(...made.prompt.tokens), forgotten: made.forgotten };
  };
  return { conversation, ask };
}

test('a prompt has the system message, what was said, and opens the next answer', async () => {
  const { conversation, ask } = converse(1000, 'be brief');
  expect(await ask('hi')).toEqual({ text: '<s>[s:be brief][u:hi][a:', forgotten: 0 });
  conversation.add('hi', 'hello');
  expect(await ask('bye')).toEqual({ text: '<s>[s:be brief][u:hi][a:hello][u:bye][a:', forgotten: 0 });
});

test('where the prompt is too long the oldest exchanges are left out, not the system message', async () => {
  const { conversation, ask } = converse(40, 'be brief');
  conversation.add('hi', 'hello');
  conversation.add('how', 'well');
  expect(await ask('bye')).toEqual({ text: '<s>[s:be brief][u:how][a:well][u:bye][a:', forgotten: 2 });
});

test('a question that is too long by itself has no prompt', async () => {
  expect(await converse(10).ask('a question longer than the context')).toBeUndefined();
});

test('starting over forgets what was said, and may change the system message', async () => {
  const { conversation, ask } = converse(1000, 'be brief');
  conversation.add('hi', 'hello');
  conversation.reset();
  expect((await ask('bye'))?.text).toBe('<s>[s:be brief][u:bye][a:');
  conversation.reset('be a pirate');
  expect((await ask('bye'))?.text).toBe('<s>[s:be a pirate][u:bye][a:');
});

test('a template that is made for one question takes a further one only when the conversation starts over', async () => {
  const { conversation, ask } = converse(1000, undefined, 'one');
  expect(conversation.takesQuestion).toBe(true);
  expect((await ask('hi'))?.text).toBe('<s>[u:hi][a:');
  conversation.add('hi', 'hello');
  expect(conversation.takesQuestion).toBe(false);
  await expect(ask('bye')).rejects.toMatchObject({ code: 'template-single-turn' });
  conversation.reset();
  expect(conversation.takesQuestion).toBe(true);
});

test('a server that has the template gets the messages as they are', async () => {
  const conversation = new Conversation({
    write: messagesWriter,
    turns: 'many',
    promptLimit: Infinity,
    system: 'be brief',
  });
  conversation.add('hi', 'hello');
  expect(await conversation.prompt('bye')).toEqual({
    prompt: {
      kind: 'chat',
      messages: [
        { role: 'system', content: 'be brief' },
        { role: 'user', content: 'hi' },
        { role: 'assistant', content: 'hello' },
        { role: 'user', content: 'bye' },
      ],
    },
    forgotten: 0,
  });
});
