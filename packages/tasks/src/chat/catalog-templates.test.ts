import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { listTemplateNames, readTemplate, toChatTemplate, type TemplateFile } from '@understudy/catalog';
import { describe, expect, it } from 'vitest';
import type { ChatMessage, ChatRenderer } from './chat-message.js';
import { createChatRenderer } from './chat-renderer.js';

/**
 * What each template of the catalog has to make of one conversation: texts that the authors' own code made
 * (`fixtures/record_renderings.py`), or written by hand from the source that `fixtures/origins.json` names.
 */
const FIXTURES = new URL('fixtures/', import.meta.url);
const origins = JSON.parse(readFileSync(new URL('origins.json', FIXTURES), 'utf8')) as Readonly<Record<string, object>>;
const names = await listTemplateNames();
const templates = await Promise.all(names.map(async (name) => (await readTemplate(name))!));

const system: ChatMessage = { role: 'system', content: 'You answer briefly.' };
const conversation: readonly ChatMessage[] = [
  { role: 'user', content: 'What is the capital of France?\n\nOne word, please.' },
  { role: 'assistant', content: 'Paris.' },
  { role: 'user', content: 'And of Italy?' },
];

const expected = (rendering: string): string => readFileSync(new URL(`renderings/${rendering}.txt`, FIXTURES), 'utf8');

/** With the special tokens of the models that the template was made for. */
function rendererOf(template: TemplateFile, others = {}): ChatRenderer {
  const { bos, eos } = template.tokens;
  const specialTokens = { bos_token: bos ?? undefined, eos_token: eos ?? undefined, ...others };
  return createChatRenderer({ template: toChatTemplate(template), specialTokens });
}

const render = (template: TemplateFile, messages: readonly ChatMessage[]): string =>
  rendererOf(template).render(messages, { ending: 'answer' });

/** As much of the conversation as the template takes. */
const turnsFor = ({ turns }: TemplateFile) => (turns === 'one' ? conversation.slice(0, 1) : conversation);

describe("a conversation is written as the authors' code or text has it", () => {
  it.each(templates)('$name', (template) => {
    expect(render(template, turnsFor(template))).toBe(expected(template.name));
  });

  it.each(templates.filter(({ takesSystem }) => takesSystem))('$name, with a system message', (template) => {
    expect(render(template, [system, ...turnsFor(template)])).toBe(expected(`${template.name}.system`));
  });
});

it.each(templates.filter(({ takesSystem }) => !takesSystem))(
  '$name has no place for a system message, and leaves it out',
  (template) => {
    expect(template.system).toBeNull();
    expect(render(template, [system, ...turnsFor(template)])).toBe(expected(template.name));
  },
);

it.each(templates.filter(({ turns }) => turns === 'one'))('$name refuses a second question', (template) => {
  expect(() => render(template, conversation)).toThrow(expect.objectContaining({ code: 'template-single-turn' }));
});

it.each(templates)('$name lets a begun answer go on', (template) => {
  const begun = rendererOf(template).render(conversation.slice(0, 2), { ending: 'continue' });
  expect(begun).toMatch(/Paris\.$/);
  expect(begun).toContain('capital of France');
});

it.each(templates)('$name writes BOS in front, or leaves it to the vocabulary, as it says', (template) => {
  const marked = rendererOf(template, { bos_token: '⟦BOS⟧' }).render(turnsFor(template), { ending: 'answer' });
  expect(marked.startsWith('⟦BOS⟧')).toBe(template.bos === 'template');
});

it('every rendering has a template and says where it is from', () => {
  const renderings = readdirSync(new URL('renderings', FIXTURES)).map((file) => file.replace(/\.txt$/, ''));
  expect(renderings.sort()).toEqual(Object.keys(origins).sort());
  expect(renderings.filter((name) => !names.includes(name.replace(/\.system$/, '')))).toEqual([]);
  expect(
    templates.filter(
      ({ name, takesSystem }) => takesSystem !== existsSync(new URL(`renderings/${name}.system.txt`, FIXTURES)),
    ),
  ).toEqual([]);
});
