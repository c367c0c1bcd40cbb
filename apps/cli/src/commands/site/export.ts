import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { readCatalog } from '@understudy/catalog';
import { understudyHome } from '@understudy/hub';
import { createApp, loadSite, publishSite } from '@understudy/server';
import { UserError } from '@understudy/core';
import { EXIT } from '../../errors/exit-codes.js';
import { formatBytes } from '../../terminal/format-bytes.js';
import { formatCount } from '../../terminal/format-count.js';
import { printJson } from '../../terminal/print-json.js';
import { showProgress } from '../../terminal/show-progress.js';
import { defineCommand } from '../command.js';
import { keepMissingResults } from '../keep-missing-results.js';
import { openHomeArena } from '../open-home-arena.js';
import { openHomeStore } from '../open-home-store.js';
import { siteFolder } from '../serve/site-folder.js';
import { checkSiteFolder, writeSiteFolder } from './site-folder.js';
import { siteOptions } from './site-options.js';

/** Nobody comes to it from outside: it answers this process alone. */
const ACCESS = { isLocal: false, publicUrl: undefined, trustsProxy: false } as const;

/** `understudy site export --output FOLDER` */
export const siteExport = defineCommand({
  options: siteOptions,
  async run({ values }, context) {
    const { environment, messages, stdout, stderr, signal, version } = context;
    const texts = messages.site;
    const site = await loadSite(siteFolder());
    if (site === undefined) {
      throw new UserError({ code: 'site-not-built', message: texts.notBuilt, hint: texts.notBuiltHint });
    }
    using display = showProgress(stderr);
    const options = {
      folder: values.output,
      force: values.force,
      kept: [homedir(), understudyHome(environment)],
      messages,
      signal,
      onFile: ({ files, bytes }: { files: number; bytes: number }) =>
        display.update(texts.progress(formatCount(files), formatBytes(bytes))),
    };
    await checkSiteFolder(options);
    await using store = await openHomeArena(context, values.database);
    await using runs = await openHomeStore(context, values.database);
    await keepMissingResults(runs, context);
    const app = createApp({ store, runs, catalog: readCatalog, version, access: ACCESS, site, signal });
    const written = await writeSiteFolder(publishSite(app, site, { studies: values.studies }), options);
    display.clear();
    const folder = resolve(values.output);
    if (values.json) printJson(stdout, { folder, ...written });
    else {
      stdout.write(`${texts.written(folder, formatCount(written.files), formatBytes(written.bytes))}\n`);
      stderr.write(`${texts.next}\n`);
    }
    return EXIT.done;
  },
});
