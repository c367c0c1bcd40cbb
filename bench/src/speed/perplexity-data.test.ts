import { describe, expect, it } from 'vitest';
import { hellaswagData, multipleChoiceData } from './perplexity-data.js';

const questions = [
  { context: 'Sky?', choices: [' blue', ' green'], gold: 0 },
  { context: 'Größe', choices: [' 1', ' 2', ' 3'], gold: 2 },
];

/** Reads as the tool does, from the position on. */
function readDocument(data: Buffer, position: number) {
  let at = position;
  const integer = () => data.readUInt32LE((at += 4) - 4);
  const text = () => {
    const length = integer();
    return data.toString('utf8', at, (at += length));
  };
  const choices = () => {
    const count = integer();
    const texts = Array.from({ length: count }, text);
    return { texts, labels: Array.from({ length: count }, integer) };
  };
  return { question: text(), single: choices(), several: choices(), end: at };
}

describe('data of llama-perplexity', () => {
  it('has every multiple-choice document at its place, one behind the other to the end', () => {
    const data = multipleChoiceData(questions);
    expect(data.readUInt32LE(0)).toBe(2);
    const first = readDocument(data, data.readUInt32LE(4));
    const second = readDocument(data, data.readUInt32LE(8));
    expect(first).toMatchObject({ question: 'Sky?', single: { texts: ['blue', 'green'], labels: [1, 0] } });
    expect(second).toMatchObject({ question: 'Größe', single: { texts: ['1', '2', '3'], labels: [0, 0, 1] } });
    expect(second.several.texts).toEqual([]);
    expect([first.end, second.end]).toEqual([data.readUInt32LE(8), data.length]);
  });

  it('has a line each for context, right ending and endings', () => {
    const data = hellaswagData([{ context: 'A man\nsits', choices: [' a', ' b', ' c', ' d'], gold: 3 }]);
    expect(data.toString()).toBe('A man sits\n3\na\nb\nc\nd\n');
  });
});
