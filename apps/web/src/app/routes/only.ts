/** What an address says behind its `?`. */
type Search = Readonly<Record<string, unknown>>;

/**
 * A page's search with nothing in it but what the page has read. The router lays what a page has read over what the address says, so that a value
 * that was refused would come back as it was typed: here it is blotted out.
 */
export function only<T extends object>(read: (search: Search) => T): (search: Search) => T {
  return (search) => ({ ...Object.fromEntries(Object.keys(search).map((key) => [key, undefined])), ...read(search) });
}
