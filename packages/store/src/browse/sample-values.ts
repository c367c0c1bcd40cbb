import type { Sample } from '../sample.js';
import type { SampleColumn } from './browse.js';
import { marginOf } from './margin.js';

/** A sample's value in a column. */
export interface SampleValue extends Pick<SampleColumn, 'name' | 'kind'> {
  readonly value: number;
}

/** What a sample can be sorted and filtered by: each metric that is one number (NaN is none), then our own measures. A failed one has nothing. */
export function sampleValues(sample: Sample): readonly SampleValue[] {
  if (sample.failed) return [];
  const metrics = sample.outcomes.flatMap(({ filter, metrics: own }) =>
    Object.entries(own).flatMap(([metric, value]): readonly SampleValue[] =>
      typeof value === 'number' && !Number.isNaN(value) ? [{ name: `${metric},${filter}`, kind: 'metric', value }] : [],
    ),
  );
  return [...metrics, ...ownValue('margin', marginOf(sample)), ...ownValue('characters', charactersOf(sample))];
}

function ownValue(name: 'margin' | 'characters', value: number | undefined): readonly SampleValue[] {
  return value === undefined ? [] : [{ name, kind: name, value }];
}

/** Characters (Unicode code points) of all generated texts; undefined where none was generated. */
function charactersOf({ responses }: Sample): number | undefined {
  const texts = responses.flatMap((response) => (response.kind === 'generate' ? [response.text] : []));
  return texts.length === 0 ? undefined : texts.reduce((sum, text) => sum + Array.from(text).length, 0);
}
