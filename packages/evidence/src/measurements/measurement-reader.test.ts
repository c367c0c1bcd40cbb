import { expect, it } from 'vitest';
import { fakeCatalog, FakeResults, fakeRun } from '../testing/fake-results.js';
import { MeasurementReader } from './measurement-reader.js';

it('reads the results once, until something changed', async () => {
  const store = new FakeResults([fakeRun({ id: 'one' })]);
  const reader = new MeasurementReader(store, fakeCatalog());
  const [first, second] = await Promise.all([reader.read(), reader.read()]);
  expect(second).toBe(first);
  expect(await reader.read()).toBe(first);
  expect(store.reads).toBe(1);
  store.runs.push(fakeRun({ id: 'two', identity: 'another' }));
  expect((await reader.read()).models.size).toBe(2);
  expect(store.reads).toBe(2);
});

it('tries again after a failure', async () => {
  const store = new FakeResults([fakeRun({ id: 'one' })]);
  const results = store.results.bind(store);
  store.results = () => Promise.reject(new Error('locked'));
  const reader = new MeasurementReader(store, fakeCatalog());
  await expect(reader.read()).rejects.toThrow('locked');
  store.results = results;
  expect((await reader.read()).models.size).toBe(1);
});
