export { MockServer, type MockHandler, type MockReply, type SeenRequest } from './mock-server.js';
export { testSettings } from './test-settings.js';
