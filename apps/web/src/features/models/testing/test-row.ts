import type { CatalogRow } from '../calls.js';

/** A row of the catalog for tests; its facts are made up. */
export function testRow(id: string, changes: Partial<CatalogRow> = {}): CatalogRow {
  return {
    id,
    name: id,
    family: 'oak',
    familyName: 'Oak',
    kind: 'base',
    developer: 'Nursery',
    released: '2023-03-15',
    isOpen: true,
    weights: 'open',
    licence: { id: 'MIT', name: 'MIT' },
    commercialUse: 'yes',
    ownUse: 'yes',
    languages: ['en'],
    parameters: 7e9,
    activeParameters: null,
    contextLength: 2048,
    baseModel: null,
    methods: [],
    teacher: null,
    isLocal: false,
    measured: 0,
    ...changes,
  };
}
