/** An attribute of a node. Whole numbers are written as ONNX integers; a float that happens to be whole needs `{ float }`. */
export type Attribute = number | string | readonly number[] | { readonly float: number };

export type Attributes = Readonly<Record<string, Attribute>>;
