/** The host of an address, e.g. `localhost:8080`; undefined for what is none, e.g. the origin `null`. */
export function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).host : undefined;
}
