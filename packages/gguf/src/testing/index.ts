export { encodeGguf, writeGguf, type WritableGguf, type WritableTensor, type WritableValue } from './write-gguf.js';
