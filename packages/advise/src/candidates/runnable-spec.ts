import type { ModelCard } from '@understudy/catalog';

/** What names a card's model on the command line: its id where the card names a file, else the provider's name, else its repository. */
export function runnableSpec({ id, weights, remote }: ModelCard): string {
  if (weights.file !== null) return id;
  if (remote !== null) return remote.value;
  const [repository] = weights.repositories;
  return repository === undefined ? id : `hf:${repository}`;
}
