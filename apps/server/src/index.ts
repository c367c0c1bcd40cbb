export type { Role } from '@understudy/store';
