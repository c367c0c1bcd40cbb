import type { Catalog } from '@understudy/catalog';
import { buildCapabilityMap, type CapabilityMap, type Measurements } from '@understudy/evidence';

/** Maps of what has been measured, one for each state of the measurements; the catalog is the same throughout. */
export class CapabilityMaps {
  readonly #maps = new WeakMap<Measurements, CapabilityMap>();

  /** The map of these measurements; the same object for the same ones. */
  of(catalog: Catalog, measurements: Measurements): CapabilityMap {
    const known = this.#maps.get(measurements);
    if (known !== undefined) return known;
    const map = buildCapabilityMap(catalog, measurements);
    this.#maps.set(measurements, map);
    return map;
  }
}
