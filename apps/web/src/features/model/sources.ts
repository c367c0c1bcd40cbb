/** A source that is no document: a fact from memory. */
export function isUnverified(source: string): boolean {
  return source.startsWith('unverified');
}

/** Numbers the sources of a page in the order in which they are first named, each once. What is unverified has no number: it is marked. */
export function numberSources(lists: Iterable<readonly string[]>): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const sources of lists) {
    for (const source of sources) {
      if (!isUnverified(source) && !numbers.has(source)) numbers.set(source, numbers.size + 1);
    }
  }
  return numbers;
}

/** Where a source can be read; undefined where it has no address of its own. Only the beginning of a source is its name. */
export function sourceAddress(source: string): string | undefined {
  const [, arxiv] = /^arxiv:(\d{4}\.\d{4,5}|[a-z-]+\/\d{7})/.exec(source) ?? [];
  if (arxiv !== undefined) return `https://arxiv.org/abs/${arxiv}`;
  const [, github] = /^gh:([\w.-]+\/[\w.-]+)/.exec(source) ?? [];
  if (github !== undefined) return `https://github.com/${github}`;
  const [, hub] = /^hf-(?:card|config):([\w.-]+\/[\w.-]+)/.exec(source) ?? [];
  if (hub !== undefined) return `https://huggingface.co/${hub}`;
  return /^https:\/\/\S+$/.test(source) ? source : undefined;
}
