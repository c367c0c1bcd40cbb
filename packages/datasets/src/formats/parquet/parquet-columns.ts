import { parquetSchema, type FileMetaData, type SchemaElement, type SchemaTree } from 'hyparquet';
import type { Column, Feature } from '../../features/feature.js';
import { featureFromMetadata } from '../../features/from-metadata.js';

/**
 * The columns of a parquet file in the file's order. Where `datasets` wrote the file, its own types (class labels, images) are taken
 * from the metadata; else they follow from the schema (`datasets`: `Features.from_arrow_schema`).
 */
export function columnsFromParquet(metadata: FileMetaData): readonly Column[] {
  const noted = notedFeatures(metadata);
  return parquetSchema(metadata).children.map((tree) => {
    const fromSchema = featureFromSchema(tree);
    const fromNote = featureFromMetadata(noted[tree.element.name]);
    return { name: tree.element.name, feature: fromNote && fits(fromNote, fromSchema) ? fromNote : fromSchema };
  });
}

function notedFeatures(metadata: FileMetaData): Readonly<Record<string, unknown>> {
  const note = metadata.key_value_metadata?.find(({ key }) => key === 'huggingface')?.value;
  if (note === undefined) {
    return {};
  }
  const { info }: { info?: { features?: Record<string, unknown> } } = JSON.parse(note);
  return info?.features ?? {};
}

/** Whether a noted type can be what the schema holds; a note left over from another layout is ignored. */
function fits(noted: Feature, actual: Feature): boolean {
  switch (noted.kind) {
    case 'list':
      return actual.kind === 'list' && fits(noted.item, actual.item);
    case 'struct':
      return (
        actual.kind === 'struct' &&
        noted.fields.length === actual.fields.length &&
        noted.fields.every(({ name, feature }) => {
          const field = actual.fields.find((candidate) => candidate.name === name);
          return field !== undefined && fits(feature, field.feature);
        })
      );
    case 'value':
      return actual.kind === 'value';
    case 'class-label':
    case 'json':
    case 'media':
      return true;
    default:
      return noted satisfies never;
  }
}

function featureFromSchema(tree: SchemaTree): Feature {
  const { element, children } = tree;
  if (element.converted_type === 'LIST' && children.length === 1) {
    const [repeated] = children;
    const item = repeated?.children.length === 1 ? repeated.children[0] : repeated;
    return item ? { kind: 'list', item: featureFromSchema(item) } : { kind: 'json' };
  }
  if (element.converted_type === 'MAP' || element.logical_type?.type === 'VARIANT') {
    return { kind: 'json' };
  }
  const feature: Feature =
    children.length > 0
      ? {
          kind: 'struct',
          fields: children.map((child) => ({ name: child.element.name, feature: featureFromSchema(child) })),
        }
      : { kind: 'value', dtype: dtypeFromElement(element) };
  const isBareList = element.repetition_type === 'REPEATED' && tree.path.length === 1;
  return isBareList ? { kind: 'list', item: feature } : feature;
}

const CONVERTED: Readonly<Record<string, string>> = {
  UTF8: 'string',
  ENUM: 'string',
  JSON: 'string',
  DATE: 'date32',
  TIME_MILLIS: 'time32[ms]',
  TIME_MICROS: 'time64[us]',
  TIMESTAMP_MILLIS: 'timestamp[ms]',
  TIMESTAMP_MICROS: 'timestamp[us]',
  INT_8: 'int8',
  INT_16: 'int16',
  INT_32: 'int32',
  INT_64: 'int64',
  UINT_8: 'uint8',
  UINT_16: 'uint16',
  UINT_32: 'uint32',
  UINT_64: 'uint64',
};
const PHYSICAL: Readonly<Record<string, string>> = {
  BOOLEAN: 'bool',
  INT32: 'int32',
  INT64: 'int64',
  INT96: 'timestamp[ns]',
  FLOAT: 'float32',
  DOUBLE: 'float64',
  BYTE_ARRAY: 'binary',
  FIXED_LEN_BYTE_ARRAY: 'binary',
};
const UNITS = { MILLIS: 'ms', MICROS: 'us', NANOS: 'ns' } as const;

function dtypeFromElement(element: SchemaElement): string {
  const logical = element.logical_type;
  switch (logical?.type) {
    case 'STRING':
      return 'string';
    case 'NULL':
      return 'null';
    case 'FLOAT16':
      return 'float16';
    case 'DATE':
      return 'date32';
    case 'DECIMAL':
      return `decimal128(${logical.precision}, ${logical.scale})`;
    case 'TIME':
      return `${logical.unit === 'MILLIS' ? 'time32' : 'time64'}[${UNITS[logical.unit]}]`;
    case 'TIMESTAMP':
      return `timestamp[${UNITS[logical.unit]}${logical.isAdjustedToUTC ? ', tz=UTC' : ''}]`;
    case 'INTEGER':
      return `${logical.isSigned ? 'int' : 'uint'}${logical.bitWidth}`;
    default:
  }
  if (element.converted_type === 'DECIMAL') {
    return `decimal128(${element.precision ?? 0}, ${element.scale ?? 0})`;
  }
  return CONVERTED[element.converted_type ?? ''] ?? PHYSICAL[element.type ?? ''] ?? 'binary';
}
