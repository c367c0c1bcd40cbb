import type { ErrorTexts } from '../error-texts.js';

/** None: the server speaks English, and its own words say more than a table by code can. */
export const errors = null as ErrorTexts;
