/** Numbers of a safetensors file in float32. `dtype`: `F32`, `F16` or `BF16`, little-endian. */
export function toFloat32(bytes: Uint8Array, dtype: string): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = dtype === 'F32' ? 4 : 2;
  const read = { F32: readSingle, F16: readHalf }[dtype] ?? readBrain;
  return Float32Array.from({ length: bytes.length / size }, (_, i) => read(view, i * size));
}

function readSingle(view: DataView, offset: number): number {
  return view.getFloat32(offset, true);
}

/** IEEE 754 binary16: a sign, five bits of exponent, ten of fraction. */
function readHalf(view: DataView, offset: number): number {
  const bits = view.getUint16(offset, true);
  const sign = bits >> 15 === 0 ? 1 : -1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** bfloat16: the upper half of a float32. */
function readBrain(view: DataView, offset: number): number {
  const whole = new DataView(new ArrayBuffer(4));
  whole.setUint16(0, view.getUint16(offset, true));
  return whole.getFloat32(0);
}
