/** Where anybody can ask: such an address says which model was measured, and nothing of who measured it. */
const PUBLIC_HOSTS: ReadonlySet<string> = new Set(['api.openai.com', 'api.anthropic.com', 'huggingface.co']);

/** An address up to its fragment: `http://10.0.0.5:8000/v1#NAME` has its model's name behind it. */
const ADDRESS = /\b[a-z][a-z0-9+.-]*:\/\/[^\s#"'`<>()[\]{},]*/gi;

/**
 * Names for the servers that models were asked on: an address tells of somebody's network and machines. One server has one name throughout
 * a site, so that its models stay apart from those of another.
 */
export class ServerNames {
  readonly #names = new Map<string, string>();

  /** A text with `server-1`, `server-2`, … in place of addresses. */
  replaceIn(text: string): string {
    return text.replaceAll(ADDRESS, (address) => (isPublic(address) ? address : this.#nameOf(address)));
  }

  #nameOf(address: string): string {
    const server = address.replace(/\/+$/, '').toLowerCase();
    const name = this.#names.get(server) ?? `server-${this.#names.size + 1}`;
    this.#names.set(server, name);
    return name;
  }
}

/** A plain address of such a host; one with a user, a password or a query is none. */
function isPublic(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, username, password, search } = new URL(address);
  return protocol === 'https:' && PUBLIC_HOSTS.has(hostname) && [port, username, password, search].join('') === '';
}
