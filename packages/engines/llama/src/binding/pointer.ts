/** A native address. Koffi hands pointers over as bigint, and a null pointer as null. */
export type Pointer = bigint;
export type NullablePointer = Pointer | null;
