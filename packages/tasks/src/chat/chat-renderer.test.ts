import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createChatRenderer, type ChatTemplateOptions } from './chat-renderer.js';
import { plainTemplate } from './choose-chat-template.js';

/** The template of SmolLM2-135M-Instruct (Apache-2.0), as in its tokenizer_config.json. */
const SMOLLM2 =
  "{% for message in messages %}{% if loop.first and messages[0]['role'] != 'system' %}{{ '<|im_start|>system\n" +
  "You are a helpful AI assistant named SmolLM, trained by Hugging Face<|im_end|>\n' }}{% endif %}" +
  "{{'<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n'}}{% endfor %}" +
  "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}";
const TRIMS = '{% for m in messages %}[{{ m.role }}] {{ m.content | trim }}{{ eos_token }}\n{% endfor %}';
const NO_SYSTEM =
  "{% if messages[0].role == 'system' %}{{ raise_exception('no system') }}{% endif %}" +
  '{% for m in messages %}{{ bos_token }}{{ m.role }}: {{ m.content }}\n{% endfor %}';

/** A renderer of a template of which no more than the Jinja is known. */
const render = ({ template, ...options }: { template: string } & Omit<ChatTemplateOptions, 'template'>) =>
  createChatRenderer({ template: plainTemplate({ name: 'model', origin: 'model', jinja: template }), ...options });
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('a chat template', () => {
  // Prompts whose hashes the reference harness 0.4.12 reports for the first document of arc_easy (ARC, CC BY-SA 4.0).
  it("renders the reference harness's prompts", () => {
    const renderer = render({
      template: SMOLLM2,
      specialTokens: { bos_token: '<|im_start|>', eos_token: '<|im_end|>' },
    });
    const question =
      'Question: Which statement best explains why photosynthesis is the foundation of most food webs?\nAnswer:';
    expect(sha256(renderer.render([{ role: 'user', content: question }], { ending: 'answer' }))).toBe(
      'ffb8be2d7cb12803f63db12117d2a6449360e45119557dc84d37fbb4b5bd0410',
    );
    const example = 'Question: Which color shirt will reflect the most light on a hot, sunny day?\nAnswer:';
    const turns = [
      { role: 'user', content: example },
      { role: 'assistant', content: 'white' },
      { role: 'user', content: question },
    ] as const;
    expect(sha256(renderer.render(turns, { ending: 'answer' }))).toBe(
      '38a4f4db0e9c2948d2c5c5a97ad51c720ee812d7014c822f33690e868b399949',
    );
  });

  it('is cut right behind a begun answer', () => {
    const renderer = render({ template: SMOLLM2, specialTokens: {} });
    const text = renderer.render(
      [
        { role: 'system', content: 'S' },
        { role: 'assistant', content: 'The answer is ' },
      ],
      { ending: 'continue' },
    );
    expect(text).toBe('<|im_start|>system\nS<|im_end|>\n<|im_start|>assistant\nThe answer is ');
  });

  it('that trims messages takes the white space at the end of a begun answer, too', () => {
    const renderer = render({ template: TRIMS, specialTokens: { eos_token: '</s>' } });
    expect(renderer.render([{ role: 'assistant', content: 'So ' }], { ending: 'continue' })).toBe('[assistant] So');
  });

  it('that refuses a system message gets the conversation without it', () => {
    const renderer = render({ template: NO_SYSTEM, specialTokens: { bos_token: '<s>' } });
    const messages = [
      { role: 'system', content: 'S' },
      { role: 'user', content: 'Hi' },
    ] as const;
    expect(renderer.render(messages, { ending: 'answer' })).toBe('<s>user: Hi\n');
  });

  it('has what transformers gives templates', () => {
    const template =
      '{% generation %}{{ messages | tojson }}{% endgeneration %}{% for m in messages %}{% if loop.first %}{% continue %}' +
      "{% endif %}{% if loop.last %}{% break %}{% endif %}{{ m.content }}{% endfor %}{{ strftime_now('%Y') | length }}\n";
    const messages = [
      { role: 'user', content: 'é<' },
      { role: 'user', content: 'b' },
      { role: 'user', content: 'c' },
    ] as const;
    expect(render({ template, specialTokens: {} }).render(messages, { ending: 'answer' })).toBe(
      '[{"role": "user", "content": "é<"}, {"role": "user", "content": "b"}, {"role": "user", "content": "c"}]b4',
    );
  });

  it('that is malformed, or fails without a system message, is an error', () => {
    expect(() => render({ template: '{% for %}', specialTokens: {} })).toThrow(
      /Reading the model's chat template failed/,
    );
    const renderer = render({ template: "{{ raise_exception('never') }}", specialTokens: {} });
    expect(() => renderer.render([{ role: 'user', content: '' }], { ending: 'answer' })).toThrow(/failed: never/);
  });

  it('puts its default system message in front of a conversation that has none', () => {
    const jinja = '{% for m in messages %}<{{ m.role }}>{{ m.content }}{% endfor %}';
    const template = { ...plainTemplate({ name: 'polite', origin: 'catalog', jinja }), system: 'Be polite.' };
    const renderer = createChatRenderer({ template, specialTokens: {} });
    const user = { role: 'user', content: 'Hi' } as const;
    expect(renderer.render([user], { ending: 'answer' })).toBe('<system>Be polite.<user>Hi');
    const own = { role: 'system', content: 'Be rude.' } as const;
    expect(renderer.render([own, user], { ending: 'answer' })).toBe('<system>Be rude.<user>Hi');
  });

  it('that is made for one question refuses a second one, and takes a begun answer', () => {
    const jinja = '{% for m in messages %}<{{ m.role }}>{{ m.content }}{% endfor %}';
    const template = { ...plainTemplate({ name: 'one', origin: 'catalog', jinja }), turns: 'one' as const };
    const renderer = createChatRenderer({ template, specialTokens: {} });
    const begun = [
      { role: 'user', content: 'Hi' },
      { role: 'assistant', content: 'He' },
    ] as const;
    expect(renderer.render(begun, { ending: 'continue' })).toBe('<user>Hi<assistant>He');
    expect(() => renderer.render([...begun, { role: 'user', content: 'Bye' }], { ending: 'answer' })).toThrow(
      expect.objectContaining({ code: 'template-single-turn', message: expect.stringContaining('template one ') }),
    );
  });
});
