import { formatCount } from '../../format/format-number.js';
import type { Messages } from '../../messages/messages.js';
import type { Finding } from './calls.js';
import { formatGibibytes } from './format-gibibytes.js';

/** Why needs are broken or cannot be judged, one after the other. */
export function reasonsText(findings: readonly Finding[], messages: Messages, language: string): string {
  return findings.map(({ reason }) => reasonText(reason, messages, language)).join('; ');
}

/** Why a need is met, broken, or cannot be judged. */
export function reasonText(reason: Finding['reason'], { advise }: Messages, language: string): string {
  const { reasons } = advise;
  switch (reason.code) {
    case 'kind':
      return reasons.kind(reason.kind);
    case 'licence-allows':
      return reasons.licenceAllows;
    case 'licence-conditional':
      return reasons.licenceConditional(reason.decidedBy);
    case 'licence-forbids':
      return reasons.licenceForbids(reason.decidedBy, noteText(reason.note));
    case 'licence-unknown':
      return reasons.licenceUnknown(reason.decidedBy, noteText(reason.note));
    case 'user-cap':
      return reasons.userCap(formatCount(reason.cap, language), formatCount(reason.users, language), reason.from);
    case 'daily-user-cap':
      return reasons.dailyUserCap(formatCount(reason.cap, language), formatCount(reason.users, language), reason.from);
    case 'no-hosting':
      return reasons.noHosting(reason.from);
    case 'memory':
      return reasons.memory(formatGibibytes(reason.bytes), formatGibibytes(reason.limit), reason.quantization);
    case 'context':
      return reasons.context(formatCount(reason.tokens, language), formatCount(reason.needed, language));
    case 'speed':
      return reasons.speed(reason.tokensPerSecond.toPrecision(2), String(reason.needed), reason.quantization);
    case 'languages':
      return reason.known.includes('multi')
        ? reasons.languagesUnnamed(reason.missing)
        : reasons.languages(reason.missing, reason.known);
    case 'cost':
      return reasons.cost(String(reason.usd), String(reason.limit), reason.date);
    case 'not-known':
      return reasons.notKnown[reason.what];
    case 'unreleased':
    case 'no-card':
    case 'weights-closed':
    case 'weights-available':
    case 'hosted':
    case 'not-applicable':
      return reasons[reason.code];
    default:
      return reason satisfies never;
  }
}

function noteText(note: string | null): string {
  return note === null ? '' : ` (${note})`;
}
