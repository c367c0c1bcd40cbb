import { isEqual } from '../compare.js';
import { TemplateFailure, type TemplateDict, type TemplateValue } from '../values.js';
import type { Method } from './method.js';

const listIndex: Method<readonly TemplateValue[]> = (self, args) => {
  const wanted = args.value(0, 'value');
  const found = self.findIndex((item) => isEqual(item, wanted));
  if (found < 0) throw new TemplateFailure(`${JSON.stringify(wanted)} is not in the list`);
  return found;
};

/** Methods of `list` that leave the list as it is: values in templates are not changed. */
export const LIST_METHODS: ReadonlyMap<string, Method<readonly TemplateValue[]>> = new Map<
  string,
  Method<readonly TemplateValue[]>
>([
  ['index', listIndex],
  ['count', (self, args) => self.filter((item) => isEqual(item, args.value(0, 'value'))).length],
  ['copy', (self) => [...self]],
]);

const get: Method<TemplateDict> = (self, args) => {
  const key = args.value(0, 'key');
  const found = typeof key === 'string' && Object.hasOwn(self, key) ? self[key] : undefined;
  return found ?? args.optional(1, 'default') ?? null;
};

/** Methods of `dict`. */
export const DICT_METHODS: ReadonlyMap<string, Method<TemplateDict>> = new Map<string, Method<TemplateDict>>([
  ['get', get],
  ['keys', (self) => Object.keys(self)],
  ['values', (self) => Object.values(self)],
  ['items', (self) => Object.entries(self)],
]);
