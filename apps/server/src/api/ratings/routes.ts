import { apiRoute } from '../api-route.js';
import { answers } from '../json.js';
import {
  HeatmapBody,
  HeatmapQuery,
  LeverageBody,
  NonInferiorityBody,
  NonInferiorityQuery,
  PowerBody,
  PowerQuery,
  RatingsBody,
  RatingsQuery,
  VoteGroupsBody,
  VoteGroupsQuery,
} from './schema.js';

/** Results are for viewers; annotators see those of closed studies and of free mode. */
export const getRatings = apiRoute('viewer', {
  method: 'get',
  path: '/api/ratings',
  request: { query: RatingsQuery },
  responses: answers(RatingsBody),
});

/** Aspects and languages of the votes, to choose among. */
export const getVoteGroups = apiRoute('viewer', {
  method: 'get',
  path: '/api/vote-groups',
  request: { query: VoteGroupsQuery },
  responses: answers(VoteGroupsBody),
});

export const getHeatmap = apiRoute('viewer', {
  method: 'get',
  path: '/api/heatmap',
  request: { query: HeatmapQuery },
  responses: answers(HeatmapBody),
});

export const getLeverage = apiRoute('viewer', {
  method: 'get',
  path: '/api/leverage',
  request: { query: RatingsQuery },
  responses: answers(LeverageBody),
});

/** How many votes it takes; asks no database. */
export const getPower = apiRoute('viewer', {
  method: 'get',
  path: '/api/power',
  request: { query: PowerQuery },
  responses: answers(PowerBody),
});

/** Whether one model can stand in for another. */
export const getNonInferiority = apiRoute('viewer', {
  method: 'get',
  path: '/api/non-inferiority',
  request: { query: NonInferiorityQuery },
  responses: answers(NonInferiorityBody),
});
