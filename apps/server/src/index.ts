export type { AppType } from './api/assemble-api.js';
