import type { Finding, Reason } from '@understudy/advise';
import type { Messages } from '../../messages/messages.js';
import { formatCompact, formatCount } from '../../terminal/format-count.js';
import { formatGibibytes } from './format-gibibytes.js';

type Texts = Messages['advise'];

/** Why a need is broken or cannot be judged, several separated. */
export function reasonsText(findings: readonly Finding[], texts: Texts): string {
  return findings.map(({ reason }) => reasonText(reason, texts)).join(texts.separator);
}

/** Why a need is met, broken, or cannot be judged. */
export function reasonText(reason: Reason, { reasons }: Texts): string {
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
      return reasons.userCap(formatCompact(reason.cap), formatCompact(reason.users), reason.from);
    case 'daily-user-cap':
      return reasons.dailyUserCap(formatCompact(reason.cap), formatCompact(reason.users), reason.from);
    case 'no-hosting':
      return reasons.noHosting(reason.from);
    case 'memory':
      return reasons.memory(formatGibibytes(reason.bytes), formatGibibytes(reason.limit), reason.quantization);
    case 'context':
      return reasons.context(formatCount(reason.tokens), formatCount(reason.needed));
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
