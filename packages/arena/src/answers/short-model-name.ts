/** The end of a model spec, fit for a name: `openai:gpt-4o` gives `gpt-4o`, a path the name of its file without the ending. May be empty. */
export function shortModelName(spec: string): string {
  const [last = ''] = spec.split(/[/:#\\]/u).slice(-1);
  return last.replace(/\.(?:gguf|ya?ml)$/iu, '').replace(/[^A-Za-z0-9._-]+/gu, '-');
}
