import type { Rule } from '../rule.js';

/** Stands in a card's list for languages that it does not name. */
const MANY = 'multi';

/** The main languages of the training data. A model of "many" languages that are not named may know the needed one or not. */
export const language: Rule = ({ candidate: { card }, needs: { language: needed } }) => {
  if (needed.length === 0) return undefined;
  if (card === undefined) return { outcome: 'unknown', reason: { code: 'no-card' }, sources: [] };
  const { value: known, sources } = card.languages;
  const missing = needed.filter((one) => !known.includes(one));
  const outcome = missing.length === 0 ? 'met' : known.includes(MANY) ? 'unknown' : 'broken';
  return { outcome, reason: { code: 'languages', known, missing }, sources };
};
