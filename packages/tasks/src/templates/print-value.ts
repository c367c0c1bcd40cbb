import { floatRepr } from '../python/float-repr.js';
import { pythonRepr } from '../python/python-repr.js';
import { defined, isList, PythonFloat, TemplateFailure, type TemplateValue } from './values.js';

function reprValue(value: TemplateValue): string {
  const known = defined(value);
  if (known instanceof PythonFloat) return floatRepr(known.value);
  if (typeof known === 'function') throw new TemplateFailure('a function cannot be printed; call it with ()');
  if (known === null || typeof known !== 'object') return pythonRepr(known);
  if (isList(known)) return `[${known.map(reprValue).join(', ')}]`;
  return `{${Object.entries(known)
    .map(([key, item]) => `${pythonRepr(key)}: ${reprValue(item)}`)
    .join(', ')}}`;
}

/** Python's `str(value)`: how a template prints a value. Fails for undefined values. */
export function printValue(value: TemplateValue): string {
  return typeof value === 'string' ? value : reprValue(value);
}
