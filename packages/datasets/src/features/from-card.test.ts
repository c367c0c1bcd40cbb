import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { columnsFromCard } from './from-card.js';

const text = { kind: 'value', dtype: 'string' };

it('columnsFromCard understands what cards of the hub say', () => {
  const features: unknown[] = parse(`
- name: question
  dtype: string
- name: choices
  sequence:
  - name: text
    dtype: string
  - name: label
    dtype: string
- name: targets
  struct:
  - name: choices
    sequence: string
  - name: labels
    sequence:
      class_label:
        names:
          '0': wrong
          '1': right
- name: turns
  list:
  - name: role
    dtype: string
- name: grid
  sequence:
    sequence: int64
- name: picture
  dtype: image
- name: answer
  dtype:
    class_label:
      names:
        '0': A
        '1': B
`);
  expect(columnsFromCard(features)).toEqual([
    { name: 'question', feature: text },
    {
      name: 'choices',
      feature: {
        kind: 'struct',
        fields: ['text', 'label'].map((name) => ({ name, feature: { kind: 'list', item: text } })),
      },
    },
    {
      name: 'targets',
      feature: {
        kind: 'struct',
        fields: [
          { name: 'choices', feature: { kind: 'list', item: text } },
          { name: 'labels', feature: { kind: 'list', item: { kind: 'class-label', names: ['wrong', 'right'] } } },
        ],
      },
    },
    { name: 'turns', feature: { kind: 'list', item: { kind: 'struct', fields: [{ name: 'role', feature: text }] } } },
    { name: 'grid', feature: { kind: 'list', item: { kind: 'list', item: { kind: 'value', dtype: 'int64' } } } },
    { name: 'picture', feature: { kind: 'media', type: 'image' } },
    { name: 'answer', feature: { kind: 'class-label', names: ['A', 'B'] } },
  ]);
});

it('columnsFromCard leaves what it does not know to the file', () => {
  expect(
    columnsFromCard([
      { name: 'a', dtype: 'string' },
      { name: 'b', something: 'new' },
    ]),
  ).toBeUndefined();
});
