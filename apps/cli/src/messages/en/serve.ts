/** What `serve` and `keys` say. */
export const serve = {
  listening: (url: string, database: string) => `Understudy is at ${url} (votes in ${database}). Ctrl-C stops it.`,
  stopping: 'Stopping: requests that are being answered may end.',
  noSite: 'The web pages are not built; the API works. Build them with: npm run build --workspace @understudy/web',
  oneModel: 'A comparison needs two models: give --model twice or more, or not at all for studies only.',
  freeStudy: 'Free conversation',
  firstKey: (secret: string) =>
    `Admin key, shown this once: ${secret}\nOpen that address and enter it there. More keys: understudy keys create`,
  keyTooShort: (least: number) => `UNDERSTUDY_ADMIN_KEY is shorter than ${least} characters.`,
  keyHint: 'Make one with: openssl rand -base64 33',
  keyOnce: 'This key is shown this once; only its hash is kept.',
  invitation:
    'Put the address of the server in front of it, and give it to one person: it is shown this once. Whoever opens it votes under this name.',
  noKeys: 'There are no keys.',
  revoked: (count: string) => `Revoked: ${count}. Their sessions have ended.`,
  keyUnknown: (id: string) => `There is no key ${id}.`,
  keyUnknownHint: "'understudy keys ls' lists the keys.",
  failed: (text: string) => `A request failed: ${text}`,
  columns: { id: 'id', role: 'role', label: 'label', created: 'created', expires: 'expires', revoked: 'revoked' },
};
