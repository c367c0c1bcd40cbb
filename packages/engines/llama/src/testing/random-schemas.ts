import {
  array,
  boolean,
  constant,
  constantFrom,
  integer,
  letrec,
  oneof,
  record,
  uniqueArray,
  type Arbitrary,
} from 'fast-check';

type Schema = Readonly<Record<string, unknown>>;

const ordered = (low: number, high: number): Arbitrary<readonly [number, number]> =>
  record({ start: integer({ min: low, max: high }), span: integer({ min: 0, max: high - low }) }).map(
    ({ start, span }) => [start, start + span] as const,
  );

const strings = oneof(
  ordered(0, 6).map(([minLength, maxLength]): Schema => ({ type: 'string', minLength, maxLength })),
  constantFrom(
    '^a+b{2,4}$',
    '^[^a-z"]{1,3}$',
    '^(yes|no|\\d{3}\\.\\d)$',
    '^\\w\\W\\s?$',
    '^[\\u00e0-\\u00ff\\]]?$',
  ).map((pattern): Schema => ({ type: 'string', pattern })),
  constantFrom('date', 'time', 'date-time', 'uuid').map((format): Schema => ({ type: 'string', format })),
);

const numbers = oneof(
  constantFrom<Schema>({ type: 'integer' }, { type: 'number' }),
  ordered(-1500, 1500).map(([minimum, maximum]): Schema => ({ type: 'integer', minimum, maximum })),
  ordered(-150, 150).map(([low, high]): Schema => ({
    type: 'number',
    minimum: low / 8,
    exclusiveMaximum: high / 8 + 1,
  })),
);

/** Simple ones only: zod compares constants by identity. */
const constants = oneof(
  constantFrom<Schema>({ type: 'boolean' }, { type: 'null' }, { const: 'ü "1"' }),
  uniqueArray(constantFrom('red', 'a "b" \\ c', 3, 2.5, null, true), { minLength: 1 }).map((values): Schema => ({
    enum: values,
  })),
);

/** JSON schemas of all keywords that a grammar guarantees. Whatever fits them is short. */
export const randomSchemas: Arbitrary<Schema> = letrec<{ schema: Schema }>((tie) => ({
  schema: oneof(
    { depthSize: 'small', withCrossShrink: true },
    constants,
    strings,
    numbers,
    record({ items: tie('schema'), limits: ordered(0, 3) }).map(({ items, limits: [minItems, maxItems] }): Schema => {
      return { type: 'array', items, minItems, maxItems };
    }),
    array(tie('schema'), { minLength: 1, maxLength: 3 }).map((prefixItems): Schema => {
      return { type: 'array', prefixItems, items: false };
    }),
    array(record({ schema: tie('schema'), isRequired: boolean() }), { maxLength: 4 }).map((members): Schema => {
      const names = members.map((_, index) => `key ${index}`);
      return {
        type: 'object',
        properties: Object.fromEntries(members.map(({ schema }, index) => [names[index], schema])),
        required: names.filter((_, index) => members[index]!.isRequired),
        additionalProperties: false,
      };
    }),
    array(tie('schema'), { minLength: 1, maxLength: 3 }).map((anyOf): Schema => ({ anyOf })),
    tie('schema').map((schema): Schema => ({ $ref: '#/$defs/x', $defs: { x: schema } })),
    constant<Schema>({ type: ['boolean', 'integer', 'null'] }),
  ),
})).schema.map((schema) => liftDefinitions(schema));

/** Puts all definitions at the top, where references look for them, each under a name of its own. */
function liftDefinitions(schema: Schema): Schema {
  const definitions: Record<string, unknown> = {};
  const lift = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(lift);
    if (typeof value !== 'object' || value === null) return value;
    const { $defs, ...rest } = value as Schema;
    if ($defs === undefined) return Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, lift(inner)]));
    const name = `d${Object.keys(definitions).length}`;
    definitions[name] = true;
    definitions[name] = lift(($defs as Schema)['x']);
    return { $ref: `#/$defs/${name}` };
  };
  return { ...(lift(schema) as Schema), $defs: definitions };
}
