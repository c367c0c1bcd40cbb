import { describe, expect, it } from 'vitest';
import { findIdentityLeaks, leaksIdentity, MASK, maskIdentity } from './identity-leak.js';

function leaked(text: string, ownNames?: readonly string[]): readonly string[] {
  return findIdentityLeaks(text, ownNames).map(({ start, end }) => text.slice(start, end));
}

describe('an answer gives itself away', () => {
  it.each([
    ['I am Claude, made by Anthropic.', ['Claude', 'Anthropic']],
    ['Hello! I’m ChatGPT.', ['ChatGPT']],
    ['As an AI model by OpenAI, I cannot do that.', ['OpenAI']],
    ['As a large language model trained by Google, I have no opinion.', ['Google']],
    ['As an AI language model, developed by Meta AI, I try to help.', ['Meta AI']],
    ['I was created by a team of researchers at Anthropic.', ['Anthropic']],
    ['Well, my name is Vicuna, and I am a language model.', ['Vicuna']],
    ['I am an assistant based on the GPT-3.5 architecture.', ['GPT-3.5']],
    ['I am Open Assistant. How can I help?', ['Open Assistant']],
    ['As ChatGPT, I cannot browse.', ['ChatGPT']],
    ["As OpenAI's language model, I follow rules.", ['OpenAI']],
    ['My creators at Mistral AI taught me this.', ['Mistral AI']],
    ['I am powered by GPT-4.', ['GPT-4']],
    ['i am llama 2, a large language model', ['llama 2']],
    ['我是文心一言，很高兴认识你。', ['文心一言']],
    ['我是由百度研发的知识增强大语言模型。', ['百度']],
    ['作为一个由OpenAI训练的语言模型，我无法回答。', ['OpenAI']],
    ['您好，我叫通义千问。', ['通义千问']],
    [
      '我是一个人工智能助手，名为 ChatGLM3，由清华大学 KEG 实验室和智谱 AI 共同训练。',
      ['ChatGLM3', '清华大学 KEG 实验室', '智谱 AI'],
    ],
    ['我是OpenAI开发的模型。', ['OpenAI']],
    ['我是来自阿里云的大规模语言模型。', ['阿里云']],
    ['我的开发者是科大讯飞。', ['科大讯飞']],
  ])('in %j', (text, names) => {
    expect(leaked(text)).toEqual(names);
    expect(leaksIdentity(['Sure.', text])).toBe(true);
  });

  it.each([
    'As an AI language model, I have no feelings.',
    'As an AI, I cannot access content from Google.',
    'I am sorry, but OpenAI published that paper in 2020.',
    'Models such as ChatGPT, Claude and Bard are chatbots.',
    'I am Claude Dupont, a baker in Lyon.',
    'Claude Monet painted water lilies.',
    'I love llamas. Alpaca wool is warm.',
    'I think Google Maps is the best way to get there.',
    'The falcon said: I am fast.',
    'Microsoft was founded by Bill Gates, and I use it daily.',
    '作为一个人工智能语言模型，我没有感情。',
    '我认为这款游戏由腾讯开发。',
    '我是在腾讯工作的设计师。',
    '百度是一家中国公司。',
    '我想和你商量一下模型的设计。',
    '',
  ])('not in %j', (text) => {
    expect(leaked(text)).toEqual([]);
    expect(maskIdentity(text)).toBe(text);
  });

  it('also by a name that only its study knows', () => {
    expect(leaked('I am Orion-7 (beta).')).toEqual([]);
    expect(leaked('I am Orion-7 (beta).', ['Orion-7 (beta)'])).toEqual(['Orion-7 (beta)']);
  });

  it('and the names are masked wherever it has them, others not', () => {
    const text = 'I am Claude.\nOpenAI is another company. Ask Claude again, or Claude 2.';
    expect(maskIdentity(text)).toBe(`I am ${MASK}.\nOpenAI is another company. Ask ${MASK} again, or ${MASK} 2.`);
  });

  it('in time that does not explode with its length', () => {
    const long = `${'As an AI model I was made of words '.repeat(20_000)}OpenAI`;
    expect(findIdentityLeaks(long).length).toBeLessThan(10);
  });
});
