import { adviceApi } from './advice/api.js';
import { agreementApi } from './agreement/api.js';
import { annotatorsApi } from './annotators/api.js';
import { catalogApi } from './catalog/api.js';
import { exchangeApi } from './exchange/api.js';
import { freeApi } from './free/api.js';
import { judgesApi } from './judges/api.js';
import { keysApi } from './keys/api.js';
import { leaderboardApi } from './leaderboard/api.js';
import { overviewApi } from './overview/api.js';
import { pairsApi } from './pairs/api.js';
import { questionsApi } from './questions/api.js';
import { ratingsApi } from './ratings/api.js';
import { runComparisonApi } from './run-comparison/api.js';
import { runsApi } from './runs/api.js';
import { sessionApi } from './session/api.js';
import { snapshotsApi } from './snapshots/api.js';
import { studiesApi } from './studies/api.js';
import { votingApi } from './voting/api.js';
import type { Services } from '../services.js';
import { newApi } from './new-api.js';

/** All routes of the API. */
export function assembleApi(services: Services) {
  return newApi()
    .route('/', adviceApi(services))
    .route('/', agreementApi(services))
    .route('/', annotatorsApi(services))
    .route('/', catalogApi(services))
    .route('/', exchangeApi(services))
    .route('/', freeApi(services))
    .route('/', judgesApi(services))
    .route('/', keysApi(services))
    .route('/', leaderboardApi(services))
    .route('/', overviewApi(services))
    .route('/', pairsApi(services))
    .route('/', questionsApi(services))
    .route('/', ratingsApi(services))
    .route('/', runComparisonApi(services))
    .route('/', runsApi(services))
    .route('/', sessionApi(services))
    .route('/', snapshotsApi(services))
    .route('/', studiesApi(services))
    .route('/', votingApi(services));
}

/** What a typed client (`hc<AppType>`) needs to know. */
export type AppType = ReturnType<typeof assembleApi>;
