export type { ModelVersion } from '@understudy/store';
