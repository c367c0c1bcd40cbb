import type { ModelCard } from '@understudy/catalog';

/** What tells whether two are one model. */
interface NamedModel {
  readonly card: ModelCard | undefined;
  /** Its provider's name of it, as it was measured; undefined where no provider was asked. */
  readonly remote: string | undefined;
}

/** What a provider hangs on a model's name for a state of it: `-0613`, `-2024-08-06`, `-20241022`, `-16k-0613`, `-latest`. */
const SNAPSHOT = /(?:-(?:\d{4}|\d{8}|\d{4}-\d{2}-\d{2}|\d+k|latest|preview))+$/u;

/**
 * Whether a model is a snapshot of another that is only to be had from its provider: by the provider's name without what it hangs on for a
 * date or a context, or as closed models of one family. Such a one replaces nothing: it is the same service.
 */
export function isSnapshotOf(model: NamedModel, other: NamedModel): boolean {
  const [one, another] = [providerName(model), providerName(other)];
  if (one !== undefined && one === another) return true;
  return isClosed(model) && isClosed(other) && model.card?.family === other.card?.family;
}

function providerName({ card, remote }: NamedModel): string | undefined {
  return (remote ?? card?.remote?.value)?.replace(SNAPSHOT, '');
}

function isClosed({ card }: NamedModel): boolean {
  return card?.weights.status === 'closed';
}
