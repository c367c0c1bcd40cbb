import { expect, it } from 'vitest';
import { ratingsTable } from './ratings-table.js';
import { syntheticVotes } from './synthetic-votes.js';
import { timeRatings } from './time-ratings.js';

it('shows steps that a tool has, sums of them, and how far its ratings are off', () => {
  const own = {
    version: '',
    seconds: { ingest: 0.01, fit: 0.02, sandwich: 0.03, refit: 0.002 },
    ratings: [900, 1100],
    errors: [5, 5],
  };
  const other = { version: '1', seconds: { 'ingest and fit': 0.5 }, ratings: [900.25, 1099.75] };
  const rows = ratingsTable(
    [
      ['own', own],
      ['other', other],
    ],
    1000,
  ).split('\n');
  const cells = new Map(rows.map((row) => [row.slice(0, 23).trim(), row.slice(23).trim().split(/ +/u)]));
  expect(cells.get('ingest + fit')).toEqual(['30.0', '500']);
  expect(cells.get('ingest + fit + sandwich')).toEqual(['60.0', '–']);
  expect(cells.get('1000 bootstrap refits')).toEqual(['2000', '–']);
  expect(cells.get('largest |Δ rating|')).toEqual(['0', '2.5e-1']);
  expect(cells.get('largest |Δ error|')).toEqual(['0', '–']);
});

it('times ratings of votes that are the same for the same seed', () => {
  const votes = syntheticVotes({ models: 4, votes: 500, seed: 3 });
  expect(votes).toEqual(syntheticVotes({ models: 4, votes: 500, seed: 3 }));
  const { ratings, errors, seconds } = timeRatings(votes, { repeats: 2, rounds: 3 });
  expect(ratings.reduce((sum, rating) => sum + rating, 0)).toBeCloseTo(4000, 6);
  expect(errors).toHaveLength(4);
  expect(Object.keys(seconds)).toEqual(['ingest', 'fit', 'sandwich', 'refit', 'elo']);
});
