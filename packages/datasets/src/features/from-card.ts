import type { Column, Feature } from './feature.js';
import { listsOfStruct } from './from-metadata.js';

/** A feature as a data set card writes it: `{ name, dtype }`, `{ name, sequence }`, `{ name, list }`, `{ name, struct: […] }`. */
export type CardFeature = Readonly<Record<string, unknown>>;

/** Columns from the `features` list of a card. Undefined when the card says something this reader does not know. */
export function columnsFromCard(list: readonly unknown[]): readonly Column[] | undefined {
  const columns: Column[] = [];
  for (const entry of list) {
    const feature = isRecord(entry) ? featureFromCard(entry) : undefined;
    if (feature === undefined || !isRecord(entry)) {
      return undefined;
    }
    columns.push({ name: String(entry['name']), feature });
  }
  return columns;
}

function featureFromCard(entry: CardFeature): Feature | undefined {
  if ('sequence' in entry) {
    const item = nested(entry['sequence']);
    return item?.kind === 'struct' ? listsOfStruct(item) : item && { kind: 'list', item };
  }
  if ('list' in entry) {
    const item = nested(entry['list']);
    return item && { kind: 'list', item };
  }
  if ('struct' in entry) {
    return nested(entry['struct']);
  }
  return dtypeFeature('class_label' in entry ? entry : entry['dtype']);
}

/** What stands under `sequence`, `list` or `struct`: a dtype, a list of fields, or one more entry without a name. */
function nested(inner: unknown): Feature | undefined {
  if (Array.isArray(inner)) {
    const fields = columnsFromCard(inner);
    return fields && { kind: 'struct', fields };
  }
  return isRecord(inner) ? featureFromCard(inner) : dtypeFeature(inner);
}

function dtypeFeature(dtype: unknown): Feature | undefined {
  if (typeof dtype === 'string') {
    return dtype === 'image' || dtype === 'audio' ? { kind: 'media', type: dtype } : { kind: 'value', dtype };
  }
  const label = isRecord(dtype) ? dtype['class_label'] : undefined;
  const names = isRecord(label) ? label['names'] : undefined;
  if (names !== undefined && typeof names === 'object' && names !== null) {
    return { kind: 'class-label', names: Object.values(names).map(String) };
  }
  return undefined;
}

function isRecord(value: unknown): value is CardFeature {
  return typeof value === 'object' && value !== null;
}
