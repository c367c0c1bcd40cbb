import type { Column, Feature, Row } from '@understudy/datasets';
import { isFloatFeature } from '@understudy/datasets';
import type { PythonField, PythonShape, PythonValue } from '../python/python-value.js';
import type { TemplateDocument } from '../templates/template.js';

/** A document: a row of the data set, after `process_docs`. */
export type TaskRow = Readonly<Record<string, PythonValue>>;

function toShape(feature: Feature): PythonShape {
  if (isFloatFeature(feature)) return { kind: 'float' };
  if (feature.kind === 'list') return { kind: 'list', item: toShape(feature.item) };
  if (feature.kind === 'struct') return { kind: 'dict', fields: feature.fields.map(toField) };
  return { kind: 'other' };
}

function toField(column: Column): PythonField {
  return { name: column.name, shape: toShape(column.feature) };
}

/** What the columns of a split say about its rows: their order, and which numbers are floats. */
export interface RowShape {
  readonly row: PythonShape;
  readonly columns: ReadonlyMap<string, PythonShape>;
}

/** The shape of rows that come from no data set (few-shot examples written in a task file). */
export const UNKNOWN_SHAPE: RowShape = { row: { kind: 'other' }, columns: new Map() };

export function rowShape(columns: readonly Column[]): RowShape {
  const fields = columns.map(toField);
  return { row: { kind: 'dict', fields }, columns: new Map(fields.map((field) => [field.name, field.shape])) };
}

/** The row as the few types that tasks know. Bytes (images, sound) are no part of a text task and become null. */
export function toTaskRow(row: Row): TaskRow {
  const hasBytes = Object.values(row).some((value) => value instanceof Uint8Array);
  const plain = hasBytes
    ? Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value instanceof Uint8Array ? null : value]))
    : row;
  // Without bytes at the top, `Value` and `PythonValue` differ only in bytes inside structs, which only images have.
  return plain as TaskRow;
}

/** A document and its shape, as templates take it. */
export function toTemplateDocument(values: TaskRow, shape: RowShape): TemplateDocument {
  return { values, shapes: shape.columns };
}
