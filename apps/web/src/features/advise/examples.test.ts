import { parseNeeds } from '@understudy/advise';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { EXAMPLES } from './examples.js';

/** The files of `packages/advise/examples`, by path. */
const FILES = import.meta.glob<string>('../../../../../packages/advise/examples/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

it('the examples of the page ask what the files of the command line ask', () => {
  const files = Object.entries(FILES).map(([path, text]) => {
    // A file of needs is a mapping.
    const needs = parse(text) as Readonly<Record<string, unknown>>;
    const named = Object.entries(needs).map(([key, value]) => [key.replace(/_\w/g, camel), value] as const);
    return [/([\w-]+)\.yaml$/.exec(path)?.[1], parseNeeds(Object.fromEntries(named))] as const;
  });
  const examples = Object.entries(EXAMPLES).map(([name, search]) => [name, parseNeeds(search)] as const);
  expect(Object.fromEntries(examples)).toEqual(Object.fromEntries(files));
});

function camel(match: string): string {
  return match.slice(1).toUpperCase();
}
