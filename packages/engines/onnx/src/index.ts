export { hasGraph } from './architectures/registry.js';
