import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/** Rows of the left matrix, what both share, columns of the right one. */
export interface MatmulShape {
  readonly rows: number;
  readonly inner: number;
  readonly columns: number;
}

const FLOAT = 1;
const IR_VERSION = 10;
const OPERATORS_VERSION = 21;

/**
 * An ONNX model of one product `c = a · b`; `b` is a constant of ones, which the runtime may pack in advance as it does with
 * weights. Field numbers: `onnx/onnx.proto`.
 */
export function matmulGraph({ rows, inner, columns }: MatmulShape): Uint8Array {
  const weights = new Uint8Array(new Float32Array(inner * columns).fill(1).buffer);
  const model = new BinaryWriter().tag(1, WireType.Varint).int64(IR_VERSION);
  message(model, 7, (graph) => {
    message(graph, 1, (node) => {
      for (const input of ['a', 'b']) node.tag(1, WireType.LengthDelimited).string(input);
      node.tag(2, WireType.LengthDelimited).string('c');
      node.tag(4, WireType.LengthDelimited).string('MatMul');
    });
    graph.tag(2, WireType.LengthDelimited).string('product');
    message(graph, 5, (tensor) => {
      for (const length of [inner, columns]) tensor.tag(1, WireType.Varint).int64(length);
      tensor.tag(2, WireType.Varint).int32(FLOAT);
      tensor.tag(8, WireType.LengthDelimited).string('b');
      tensor.tag(9, WireType.LengthDelimited).bytes(weights);
    });
    message(graph, 11, (input) => port(input, 'a', [rows, inner]));
    message(graph, 12, (output) => port(output, 'c', [rows, columns]));
  });
  message(model, 8, (operators) => {
    operators.tag(1, WireType.LengthDelimited).string('').tag(2, WireType.Varint).int64(OPERATORS_VERSION);
  });
  return model.finish();
}

function port(out: BinaryWriter, name: string, shape: readonly number[]): void {
  out.tag(1, WireType.LengthDelimited).string(name);
  message(out, 2, (type) =>
    message(type, 1, (tensor) => {
      tensor.tag(1, WireType.Varint).int32(FLOAT);
      message(tensor, 2, (axes) => {
        for (const length of shape) message(axes, 1, (axis) => axis.tag(1, WireType.Varint).int64(length));
      });
    }),
  );
}

function message(out: BinaryWriter, field: number, write: (part: BinaryWriter) => void): void {
  out.tag(field, WireType.LengthDelimited).fork();
  write(out);
  out.join();
}
