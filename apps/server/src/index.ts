export type { AppType } from './api/assemble-api.js';
export { hashSecret, newId, newSecret } from './access/secret.js';
export { createApp } from './create-app.js';
export type { AccessPolicy, AppOptions } from './services.js';
export { loadSite, type Site, type SiteFile } from './site/load-site.js';
export { isLoopback, startServer, type ListenOptions, type RunningServer } from './start-server.js';
