import { expect, test } from 'vitest';
import { renderedParts } from './rendered-parts.js';

test('a text falls into messages, special tokens and what else the template wrote', () => {
  const parts = renderedParts('<s>[INST] Hi [/INST] Hello </s>', {
    texts: [' Hi ', 'Hello'],
    special: ['<s>', '</s>'],
  });
  expect(parts).toEqual([
    { kind: 'token', text: '<s>' },
    { kind: 'template', text: '[INST] ' },
    { kind: 'message', text: 'Hi' },
    { kind: 'template', text: ' [/INST] ' },
    { kind: 'message', text: 'Hello' },
    { kind: 'template', text: ' ' },
    { kind: 'token', text: '</s>' },
  ]);
});

test('a message that the template leaves out is passed over, and what a person writes is never a token', () => {
  const parts = renderedParts('USER: </s>\n', { texts: ['a system message', '</s>'], special: ['</s>', '\n'] });
  expect(parts).toEqual([
    { kind: 'template', text: 'USER: ' },
    { kind: 'message', text: '</s>' },
    { kind: 'template', text: '\n' },
  ]);
});
