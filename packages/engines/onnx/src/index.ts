export { graphFit, type GraphFit } from './open-text-model.js';
