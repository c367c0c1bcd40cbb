import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import type { Attribute } from './attribute.js';
import { ELEMENT_TYPES } from './element-type.js';
import type { Graph, Port } from './graph.js';
import type { Initializer } from './initializer.js';
import type { Node } from './node.js';

/** Version of the file format (`IR_VERSION`) and of the standard operators; ONNX Runtime 1.30 reads both. */
const IR_VERSION = 10;
const OPERATORS = [
  { domain: '', version: 21 },
  { domain: 'com.microsoft', version: 1 },
] as const;

/** Writes a graph as an ONNX model. Field numbers: `onnx/onnx.proto`, message names as there. */
export function encodeGraph(graph: Graph): Uint8Array {
  const model = new BinaryWriter();
  model.tag(1, WireType.Varint).int64(IR_VERSION);
  message(model, 7, (out) => graphProto(out, graph));
  for (const { domain, version } of OPERATORS) {
    message(model, 8, (out) => {
      text(out, 1, domain);
      out.tag(2, WireType.Varint).int64(version);
    });
  }
  return model.finish();
}

function graphProto(out: BinaryWriter, graph: Graph): void {
  graph.nodes.forEach((node) => message(out, 1, (part) => nodeProto(part, node)));
  text(out, 2, graph.name);
  graph.initializers.forEach((initializer) => message(out, 5, (part) => tensorProto(part, initializer)));
  graph.inputs.forEach((port) => message(out, 11, (part) => valueInfoProto(part, port)));
  graph.outputs.forEach((port) => message(out, 12, (part) => valueInfoProto(part, port)));
}

function nodeProto(out: BinaryWriter, node: Node): void {
  node.inputs.forEach((input) => text(out, 1, input?.name ?? ''));
  node.outputs.forEach((output) => text(out, 2, output.name));
  text(out, 3, node.outputs[0]?.name ?? '');
  text(out, 4, node.operator);
  for (const [name, attribute] of Object.entries(node.attributes)) {
    message(out, 5, (part) => attributeProto(part, name, attribute));
  }
  text(out, 7, node.domain);
}

function attributeProto(out: BinaryWriter, name: string, attribute: Attribute): void {
  text(out, 1, name);
  if (typeof attribute === 'string') {
    text(out, 4, attribute);
    out.tag(20, WireType.Varint).int32(3);
  } else if (typeof attribute === 'number') {
    out.tag(3, WireType.Varint).int64(attribute);
    out.tag(20, WireType.Varint).int32(2);
  } else if ('float' in attribute) {
    out.tag(2, WireType.Bit32).float(attribute.float);
    out.tag(20, WireType.Varint).int32(1);
  } else {
    attribute.forEach((number) => out.tag(8, WireType.Varint).int64(number));
    out.tag(20, WireType.Varint).int32(7);
  }
}

function tensorProto(out: BinaryWriter, { value, shape, data }: Initializer): void {
  shape.forEach((length) => out.tag(1, WireType.Varint).int64(length));
  out.tag(2, WireType.Varint).int32(ELEMENT_TYPES[value.type]);
  text(out, 8, value.name);
  if (data instanceof Uint8Array) {
    out.tag(9, WireType.LengthDelimited).bytes(data);
    return;
  }
  const entries = { location: data.location, offset: String(data.offset), length: String(data.sizeBytes) };
  for (const [key, entry] of Object.entries(entries)) {
    message(out, 13, (part) => {
      text(part, 1, key);
      text(part, 2, entry);
    });
  }
  out.tag(14, WireType.Varint).int32(1);
}

function valueInfoProto(out: BinaryWriter, { value, shape }: Port): void {
  text(out, 1, value.name);
  message(out, 2, (type) =>
    message(type, 1, (tensor) => {
      tensor.tag(1, WireType.Varint).int32(ELEMENT_TYPES[value.type]);
      if (shape !== undefined) {
        message(tensor, 2, (axes) =>
          shape.forEach((axis) =>
            message(axes, 1, (part) => {
              if (typeof axis === 'string') {
                text(part, 2, axis);
              } else {
                part.tag(1, WireType.Varint).int64(axis);
              }
            }),
          ),
        );
      }
    }),
  );
}

function message(out: BinaryWriter, field: number, write: (part: BinaryWriter) => void): void {
  out.tag(field, WireType.LengthDelimited).fork();
  write(out);
  out.join();
}

function text(out: BinaryWriter, field: number, value: string): void {
  out.tag(field, WireType.LengthDelimited).string(value);
}
