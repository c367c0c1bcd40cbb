import { Arguments } from '../arguments.js';
import { getItem } from '../attributes.js';
import { isTrue, iterate } from '../compare.js';
import { printValue } from '../print-value.js';
import { applyTest } from '../tests.js';
import { TemplateFailure, type NamedArguments, type TemplateValue } from '../values.js';
import { SEQUENCE_FILTERS } from './sequence-filters.js';
import { TEXT_FILTERS, type Filter } from './text-filters.js';

/** `map('upper')`, `map(attribute='text')`. */
const map: Filter = (value, args) => {
  const attribute = args.named('attribute');
  const items = iterate(value);
  if (attribute !== undefined) return items.map((item) => getItem(item, attribute));
  const filter = findFilter(args.text(0, 'filter'));
  return items.map((item) => filter(item, new Arguments(args.text(0, 'filter'), args.rest(1), new Map())));
};

/** `select('odd')`, `selectattr('answer')`, and the same with `reject`. */
function choose(isWanted: boolean, byAttribute: boolean): Filter {
  return (value, args) => {
    const testName = args.optional(byAttribute ? 1 : 0, 'test');
    return iterate(value).filter((item) => {
      const subject = byAttribute ? getItem(item, args.value(0, 'attribute')) : item;
      const result = testName === undefined ? isTrue(subject) : applyTest(printValue(testName), subject);
      return result === isWanted;
    });
  };
}

const FILTERS: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  ...TEXT_FILTERS,
  ...SEQUENCE_FILTERS,
  ['map', map],
  ['select', choose(true, false)],
  ['reject', choose(false, false)],
  ['selectattr', choose(true, true)],
  ['rejectattr', choose(false, true)],
]);

/** The filter of a name. Fails for an unknown one, naming those there are. */
export function findFilter(name: string): Filter {
  const filter = FILTERS.get(name);
  if (filter === undefined) {
    throw new TemplateFailure(`there is no filter '${name}'; there are ${[...FILTERS.keys()].sort().join(', ')}`);
  }
  return filter;
}

/** `value | name(args)`. */
export function applyFilter(
  filter: Filter,
  name: string,
  value: TemplateValue,
  args: readonly TemplateValue[],
  named: NamedArguments,
): TemplateValue {
  return filter(value, new Arguments(name, args, named));
}
