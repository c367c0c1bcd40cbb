import type { HttpBindings } from '@hono/node-server';
import type { Annotator, Role } from '@understudy/store';

/** Who asks. */
export interface Caller {
  /** Null: nobody has shown a key. */
  readonly role: Role | null;
  /** The person who votes; null for keys that are nobody's. */
  readonly annotator: Pick<Annotator, 'id' | 'pseudonym'> | null;
  /** Name in the audit log and of rate limits: an id, never a secret. */
  readonly actor: string;
  /** Token that writes of a cookie's session must carry; null without a session. */
  readonly csrf: string | null;
  /** SHA-256 of the session's cookie; null for a bearer key. */
  readonly sessionHash: string | null;
}

/** What every handler finds in its context. */
export interface ApiEnv {
  readonly Variables: { caller: Caller; address: string };
  /** Undefined when a request did not come through a socket. A program in this process says here who asks: no request from outside can. */
  readonly Bindings: (Partial<HttpBindings> & { readonly caller?: Caller }) | undefined;
}
