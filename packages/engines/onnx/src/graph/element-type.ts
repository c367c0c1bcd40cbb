/** Element types that our graphs use, with their numbers in ONNX (`TensorProto.DataType`). */
export const ELEMENT_TYPES = { float32: 1, int32: 6, int64: 7, bool: 9, float16: 10, bfloat16: 16 } as const;

export type ElementType = keyof typeof ELEMENT_TYPES;
