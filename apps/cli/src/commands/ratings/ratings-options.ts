import { DEFAULT_CLUSTERS, RANK_RULES, RATING_METHODS } from '@understudy/arena';
import { z } from 'zod';
import type { OptionTable } from '../../options/option.js';
import { battleOptions } from '../../options/tables/battle-options.js';
import { anchor } from '../../options/values/anchor.js';
import { between, names, positive, whole } from '../../options/values/schemas.js';

const TIE_RULES = ['half', 'drop'] as const;
const LIMIT = 1e6;

/** Column names; the one name `none` stands for no column, and those of the default for the default: each column where it repeats. */
const cluster = names
  .transform((columns) => {
    if (columns.length === 1 && columns[0] === 'none') return [];
    const isDefault =
      columns.length === DEFAULT_CLUSTERS.length && DEFAULT_CLUSTERS.every((name) => columns.includes(name));
    return isDefault ? undefined : columns;
  })
  .optional();

/** Options of `understudy ratings`. */
export const ratingsOptions = {
  method: {
    flag: 'method',
    arity: 'one',
    placeholder: 'name',
    schema: z.enum(RATING_METHODS).default('bradley-terry'),
    expects: (messages) => messages.expects.oneOf(RATING_METHODS),
    text: 'ratingMethod',
    group: 'ratings',
  },
  k: {
    flag: 'k',
    arity: 'one',
    placeholder: 'points',
    schema: positive.default(16),
    expects: (messages) => messages.expects.positive,
    text: 'eloK',
    group: 'ratings',
  },
  initial: {
    flag: 'initial',
    arity: 'one',
    placeholder: 'rating',
    schema: between(-LIMIT, LIMIT).default(1000),
    expects: (messages) => messages.expects.between(-LIMIT, LIMIT),
    text: 'eloInitial',
    group: 'ratings',
  },
  ties: {
    flag: 'ties',
    arity: 'one',
    placeholder: 'rule',
    schema: z.enum(TIE_RULES).default('half'),
    expects: (messages) => messages.expects.oneOf(TIE_RULES),
    text: 'ties',
    group: 'ratings',
  },
  anchor: {
    flag: 'anchor',
    arity: 'one',
    placeholder: 'model=rating',
    schema: anchor.optional(),
    expects: (messages) => messages.expects.anchor,
    text: 'anchor',
    group: 'ratings',
  },
  cluster: {
    flag: 'cluster',
    arity: 'one',
    placeholder: 'columns',
    schema: cluster,
    expects: (messages) => messages.expects.clusters,
    text: 'cluster',
    group: 'ratings',
  },
  bootstrap: {
    flag: 'bootstrap',
    arity: 'one',
    placeholder: 'n',
    schema: whole(0).optional(),
    expects: (messages) => messages.expects.whole(0),
    text: 'ratingBootstrap',
    group: 'ratings',
  },
  ranks: {
    flag: 'ranks',
    arity: 'one',
    placeholder: 'rule',
    schema: z.enum(RANK_RULES).optional(),
    expects: (messages) => messages.expects.oneOf(RANK_RULES),
    text: 'ratingRanks',
    group: 'ratings',
  },
  seed: {
    flag: 'seed',
    arity: 'one',
    placeholder: 'n',
    schema: whole(0).default(0),
    expects: (messages) => messages.expects.whole(0),
    text: 'arenaSeed',
    group: 'ratings',
  },
  ...battleOptions,
} as const satisfies OptionTable;
