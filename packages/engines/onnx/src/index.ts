export { graphFit, type GraphFit } from './open-text-model.js';
export { openTextParts } from './tokenizer/open-text-parts.js';
export type { TextParts } from './tokenizer/text-parts.js';
