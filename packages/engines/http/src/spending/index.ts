export { SpendingLimit, type Reservation } from './spending-limit.js';
