import { listModels } from '@understudy/catalog';
import { expect, it } from 'vitest';
import { ARCHITECTURE_FAMILIES, architectureTemplates } from './architecture-templates.js';

it('every family of the catalog whose architecture is known stands with a fixture', async () => {
  const known = new Set(Object.values(ARCHITECTURE_FAMILIES).flat());
  const families = (await listModels()).flatMap(({ card }) => (card?.llamaCpp?.architecture ? [card.family] : []));
  expect([...new Set(families)].filter((family) => !known.has(family))).toEqual([]);
});

it('renders the templates of the cards of an architecture', async () => {
  expect(await architectureTemplates('mpt')).toEqual({
    rendered: ['gorilla-mpt', 'mpt-30b-chat', 'mpt-30b-instruct', 'mpt-7b-chat', 'mpt-7b-instruct'],
    failed: [],
  });
  expect(await architectureTemplates('grok')).toEqual({ rendered: [], failed: [] });
});
