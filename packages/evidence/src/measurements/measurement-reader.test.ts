import { expect, it } from 'vitest';
import { fakeCatalog, FakeResults, fakeRun, fakeTask } from '../testing/fake-results.js';
import { MeasurementReader } from './measurement-reader.js';

/** A metric of which less is better. */
const metricOf = (metric: string, value: number) => ({
  metric,
  filter: 'none',
  value,
  standardError: null,
  lower: null,
  upper: null,
  count: 100,
  isProportion: false,
  higherIsBetter: false,
});

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

it('leaves out a value that is not finite, and takes no other metric in its place', async () => {
  const tasks = [fakeTask({ metrics: [metricOf('word_perplexity', Infinity), metricOf('byte_perplexity', 2)] })];
  const other = [fakeTask({ metrics: [metricOf('word_perplexity', 9), metricOf('byte_perplexity', 3)] })];
  const runs = [fakeRun({ id: 'one' }, tasks), fakeRun({ id: 'two', identity: 'c'.repeat(64) }, other)];
  const { columns } = await new MeasurementReader(new FakeResults(runs), fakeCatalog()).read();
  expect(
    columns.map(({ setting, isPrimary, measurements }) => [
      setting.metric,
      isPrimary,
      measurements.map(({ value }) => value),
    ]),
  ).toEqual([
    ['word_perplexity', true, [9]],
    ['byte_perplexity', false, [2, 3]],
  ]);
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
