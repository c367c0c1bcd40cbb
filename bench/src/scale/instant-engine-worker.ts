import { serveEngine } from '@understudy/engine-process';
import { InstantEngine } from './instant-engine.js';

serveEngine(async (options) => new InstantEngine(options));
