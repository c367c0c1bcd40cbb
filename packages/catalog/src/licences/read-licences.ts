import { basename, join } from 'node:path';
import { listYamlFiles } from '../files/list-yaml-files.js';
import { catalogFileError, readCatalogFile } from '../files/read-catalog-file.js';
import { LicenceTerms } from './licence-terms.js';

/** Reads `licences/<id>.yaml`, by id. Throws `DataError` `catalog-file`, also for a file that bears another name than its licence. */
export async function readLicences(catalogFolder: string): Promise<ReadonlyMap<string, LicenceTerms>> {
  const paths = await listYamlFiles(join(catalogFolder, 'licences'));
  const licences = await Promise.all(
    paths.map(async (path) => {
      const terms = await readCatalogFile(path, LicenceTerms);
      if (basename(path, '.yaml') !== terms.id) throw catalogFileError(path, `its id is ${terms.id}`);
      return terms;
    }),
  );
  return new Map(licences.map((terms) => [terms.id, terms]));
}
