export { llamaBuild, type LlamaBuild } from './binding/llama-build.js';
