import { RemoteFailure, type Treatment } from './remote-failure.js';

interface Kind {
  readonly code: string;
  readonly what: string;
  readonly treatment: Treatment;
  readonly mayBeCharged: boolean;
}

const unreachable = { code: 'server-unreachable', treatment: 'again', mayBeCharged: false } as const;
const untrusted = { code: 'certificate-refused', treatment: 'all', mayBeCharged: false } as const;

/** Codes of Node and undici by what they mean; any other lost connection may have been lost after the request was sent. */
const KINDS: Readonly<Record<string, Kind>> = {
  ECONNREFUSED: { ...unreachable, what: 'nobody listens at that address' },
  ENOTFOUND: { ...unreachable, what: 'the host is not known' },
  EAI_AGAIN: { ...unreachable, what: 'the host could not be looked up' },
  EHOSTUNREACH: { ...unreachable, what: 'the host cannot be reached' },
  ENETUNREACH: { ...unreachable, what: 'the network cannot be reached' },
  UND_ERR_CONNECT_TIMEOUT: { ...unreachable, what: 'the connection was not made in time' },
  UND_ERR_HEADERS_TIMEOUT: {
    code: 'server-silent',
    what: 'no answer came in time',
    treatment: 'again',
    mayBeCharged: true,
  },
  UND_ERR_BODY_TIMEOUT: { code: 'server-stalled', what: 'the answer stalled', treatment: 'again', mayBeCharged: true },
  UND_ERR_RES_EXCEEDED_MAX_SIZE: {
    code: 'answer-too-large',
    what: 'the answer is too large',
    treatment: 'request',
    mayBeCharged: true,
  },
  CERT_HAS_EXPIRED: { ...untrusted, what: 'its certificate has expired' },
  DEPTH_ZERO_SELF_SIGNED_CERT: { ...untrusted, what: 'its certificate is signed by itself' },
  SELF_SIGNED_CERT_IN_CHAIN: { ...untrusted, what: 'its certificate is not signed by an authority this machine knows' },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: {
    ...untrusted,
    what: 'its certificate is not signed by an authority this machine knows',
  },
  ERR_TLS_CERT_ALTNAME_INVALID: { ...untrusted, what: 'its certificate is for another host' },
};

const HINTS: Readonly<Record<string, string>> = {
  'server-unreachable': 'Check the address, and that the server runs.',
  'certificate-refused': 'Name the certificate of its authority in NODE_EXTRA_CA_CERTS.',
};

/** The failure that a lost connection or a time-out is; `what` was attempted. */
export function networkFailure(what: string, error: unknown): RemoteFailure {
  const raw = codeOf(error);
  const kind = KINDS[raw] ?? {
    code: 'connection-lost',
    what: messageOf(error),
    treatment: 'again',
    mayBeCharged: true,
  };
  return new RemoteFailure({
    code: kind.code,
    treatment: kind.treatment,
    message: `${what} failed: ${kind.what}${raw === '' ? '' : ` (${raw})`}`,
    hint: HINTS[kind.code],
    values: { cause: raw },
    cause: error,
    mayBeCharged: kind.mayBeCharged,
  });
}

/** The code of an error, or of what caused it: undici wraps, and gives several addresses of one host as an AggregateError. */
function codeOf(error: unknown): string {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 4; depth++) {
    if ('code' in at && typeof at.code === 'string') return at.code;
    at = at instanceof AggregateError ? at.errors[0] : at.cause;
  }
  return '';
}

function messageOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : 'the connection was lost';
}
