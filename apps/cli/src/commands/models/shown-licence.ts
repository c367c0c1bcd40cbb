/** A licence as listings show it: SPDX's mark of licences that it does not list says nothing to a reader. */
export function shownLicence(id: string | null): string {
  return id === null ? '' : id.replace(/^LicenseRef-/, '');
}
