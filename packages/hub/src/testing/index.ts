export { LOOPBACK_COMMIT, LoopbackHub, sendRange, type SeenRequest, type ServedFile } from './loopback-hub.js';
export { temporaryFolder } from './temporary-folder.js';
export { hasPip, writeWheel, type TestWheel } from './write-wheel.js';
