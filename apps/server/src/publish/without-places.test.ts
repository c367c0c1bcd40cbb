import { expect, it } from 'vitest';
import { ServerNames } from './server-names.js';
import { withoutPlaces } from './without-places.js';

it.each([
  ['/home/ada/models/a.gguf', '…/a.gguf'],
  ['/home/ada/My Models/of work/a.gguf', '…/a.gguf'],
  ['file:///home/ada/a.gguf', '…/a.gguf'],
  ['~/models/a.gguf', '…/a.gguf'],
  [String.raw`C:\Users\ada\a.gguf`, '…/a.gguf'],
  [String.raw`\\nas\secret project\a.gguf`, '…/a.gguf'],
  ['model /data/x/a.gguf failed', 'model …/a.gguf failed'],
  ['read [/data/x/a.gguf]', 'read […/a.gguf]'],
  [String.raw`lora=D:\x\y.gguf`, 'lora=…/y.gguf'],
  ['scripted:/tmp/home/model.yaml', 'scripted:…/model.yaml'],
  ['pretrained=/home/ada/llama,dtype=float16', 'pretrained=…/llama,dtype=float16'],
  ['https://api.openai.com/v1#gpt-4', 'https://api.openai.com/v1#gpt-4'],
  ['https://me:s3cret@api.openai.com/v1#gpt-4', 'server-1#gpt-4'],
  ['http://127.0.0.1:8000/v1/#m', 'server-1#m'],
  ['http://gpu-box/v1#m = other (7 parameters)', 'server-1#m = other (7 parameters)'],
  ['HTTPS://LLM.corp.example.com/v1?key=sk-1#m', 'server-1#m'],
  ['postgres://me@db.lan/understudy is full', 'server-1 is full'],
  ['hf:owner/repo/file.gguf', 'hf:owner/repo/file.gguf'],
  ['acc/none and 3/4', 'acc/none and 3/4'],
  ["{{ '</s>' }}{% if a %}/{% endif %}", "{{ '</s>' }}{% if a %}/{% endif %}"],
])('%s is published as %s', (text, published) => {
  expect(withoutPlaces({ a: [text, 1, null], [text]: 2 }, new ServerNames())).toEqual({
    a: [published, 1, null],
    [published]: 2,
  });
});

it('names a server once, and another one otherwise', () => {
  const servers = new ServerNames();
  const texts = ['http://one/v1#m', 'http://two/v1#m', 'http://one/v1/', 'http://one/v1#n'];
  expect(withoutPlaces(texts, servers)).toEqual(['server-1#m', 'server-2#m', 'server-1', 'server-1#n']);
});

it('leaves out what engines say of a server', () => {
  const server = { address: 'http://one/v1', model: 'm', notes: ['one told us …'], scoresRefused: 'one said' };
  expect(withoutPlaces({ scoring: { reason: '24 GiB are free', server } }, new ServerNames())).toEqual({
    scoring: { server: { model: 'm' } },
  });
});
