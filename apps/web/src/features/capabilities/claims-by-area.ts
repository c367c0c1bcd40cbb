import type { Claim } from '../claims/claim.js';

/** Claims of the surveys by the catalog's areas; `other`: those of no area, as of methods and of evaluation. */
export function claimsByArea(
  claims: readonly Claim[],
  areas: readonly string[],
): ReadonlyMap<string, readonly Claim[]> {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    // `application:radiology` is an application.
    const [name = ''] = claim.area.split(':');
    const area = areas.includes(name) ? name : 'other';
    const group = groups.get(area);
    if (group === undefined) groups.set(area, [claim]);
    else group.push(claim);
  }
  return groups;
}
