import type { Column, Feature } from './feature.js';

const MEDIA = ['Image', 'Audio', 'Video', 'Pdf'];

/**
 * A feature from the JSON that `datasets` writes into parquet files (`{"_type": "Value", "dtype": "string"}`; a struct is a plain
 * object, and a `Sequence` of a struct is a struct of lists). Undefined for what is not known.
 */
export function featureFromMetadata(json: unknown): Feature | undefined {
  if (Array.isArray(json)) {
    const item = featureFromMetadata(json[0]);
    return item && { kind: 'list', item };
  }
  if (!isRecord(json)) {
    return undefined;
  }
  switch (json['_type']) {
    case undefined:
      return struct(Object.entries(json));
    case 'Value':
      return typeof json['dtype'] === 'string' ? { kind: 'value', dtype: json['dtype'] } : undefined;
    case 'ClassLabel':
      return Array.isArray(json['names']) ? { kind: 'class-label', names: json['names'].map(String) } : undefined;
    case 'Json':
      return { kind: 'json' };
    case 'Sequence': {
      const item = featureFromMetadata(json['feature']);
      return item?.kind === 'struct' ? listsOfStruct(item) : item && { kind: 'list', item };
    }
    case 'List':
    case 'LargeList': {
      const item = featureFromMetadata(json['feature']);
      return item && { kind: 'list', item };
    }
    default:
      return MEDIA.includes(String(json['_type'])) ? { kind: 'media', type: String(json['_type']) } : undefined;
  }
}

/** A `Sequence` of a struct is kept as a struct of lists. */
export function listsOfStruct(item: Extract<Feature, { kind: 'struct' }>): Feature {
  return {
    kind: 'struct',
    fields: item.fields.map(({ name, feature }) => ({ name, feature: { kind: 'list', item: feature } })),
  };
}

function struct(entries: readonly (readonly [string, unknown])[]): Feature | undefined {
  const fields: Column[] = [];
  for (const [name, json] of entries) {
    const feature = featureFromMetadata(json);
    if (feature === undefined) {
      return undefined;
    }
    fields.push({ name, feature });
  }
  return { kind: 'struct', fields };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
