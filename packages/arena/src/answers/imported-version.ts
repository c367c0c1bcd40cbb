import type { ModelVersion } from '@understudy/store';

/** A model of which only answers or votes are known. */
export function importedVersion(name: string, organisation: string | null = null): ModelVersion {
  return {
    id: name,
    name,
    organisation,
    licence: null,
    openWeights: null,
    spec: null,
    identity: null,
    quantisation: null,
    system: null,
    decoding: null,
    priceIn: null,
    priceOut: null,
    retiredAt: null,
  };
}
