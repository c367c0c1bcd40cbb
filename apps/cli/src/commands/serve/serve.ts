import { once } from 'node:events';
import {
  ComputeWorker,
  createApp,
  ensureAdminKey,
  isLoopback,
  loadSite,
  prepareFreeStudy,
  startServer,
  warmUp,
} from '@understudy/server';
import { localModels, readCatalog } from '@understudy/catalog';
import { understudyHome } from '@understudy/hub';
import type { ArenaStore } from '@understudy/store';
import { EXIT } from '../../errors/exit-codes.js';
import { UsageError } from '../../errors/usage-error.js';
import type { OptionValues } from '../../options/option.js';
import { remoteUse } from '../../options/tables/remote-use.js';
import { printJson } from '../../terminal/print-json.js';
import { showProgress } from '../../terminal/show-progress.js';
import type { CommandContext } from '../command-context.js';
import { defineCommand } from '../command.js';
import { openHomeArena } from '../open-home-arena.js';
import { openHomeStore } from '../open-home-store.js';
import { liveModels } from './live-model.js';
import { modelVersion } from './model-version.js';
import { openBrowser } from './open-browser.js';
import { serveOptions } from './serve-options.js';
import { siteFolder } from './site-folder.js';

type ServeValues = OptionValues<typeof serveOptions>;

const LEAST_KEY = 32;

/** Lets the first admin in where keys are asked for: by the key of the environment, or by a new one that is shown this once. */
async function showFirstKey(store: ArenaStore, { environment, messages, stderr }: CommandContext): Promise<void> {
  const given = environment['UNDERSTUDY_ADMIN_KEY'];
  if (given !== undefined && given.length < LEAST_KEY) {
    throw new UsageError({ message: messages.serve.keyTooShort(LEAST_KEY), hint: messages.serve.keyHint });
  }
  const secret = await ensureAdminKey({ store, now: Date.now(), given });
  if (secret !== undefined) stderr.write(`${messages.serve.firstKey(secret)}\n`);
}

function accessOf({ host, requireKey, publicUrl, trustProxy }: ServeValues) {
  return { isLocal: isLoopback(host) && !requireKey, publicUrl, trustsProxy: trustProxy };
}

/** `understudy serve` */
export const serve = defineCommand({
  options: serveOptions,
  async run({ values }, context) {
    const { environment, messages, stdout, stderr, signal, version, verbose } = context;
    const specs = [...new Set(values.model)];
    if (specs.length === 1) throw new UsageError({ message: messages.serve.oneModel, hint: messages.errors.seeHelp });
    using display = showProgress(stderr);
    await using store = await openHomeArena(context, values.database);
    await using runs = await openHomeStore(context, values.database);
    const remote = remoteUse(values, context);
    await using live = await liveModels(specs, { values, remote, display, context });
    const { models } = live;
    const versions = models.map((model) => modelVersion(model, values.systemInstruction));
    await prepareFreeStudy(store, versions, { title: messages.serve.freeStudy, now: Date.now() });
    const access = accessOf(values);
    if (!access.isLocal) await showFirstKey(store, context);
    const site = await loadSite(siteFolder());
    if (site === undefined) stderr.write(`${messages.serve.noSite}\n`);
    const onError = (error: unknown): void => {
      const text = error instanceof Error ? (verbose ? (error.stack ?? error.message) : error.message) : String(error);
      display.note(messages.serve.failed(text));
    };
    await using compute = new ComputeWorker({ onError });
    const app = createApp({
      store,
      runs,
      catalog: readCatalog,
      localModels: () => localModels(understudyHome(environment)),
      version,
      access,
      site,
      freeModels: models,
      compute,
      onError,
      signal,
    });
    const server = await startServer({ app, host: values.host, port: values.port });
    const url = access.publicUrl ?? server.url;
    display.clear();
    stderr.write(`${messages.serve.listening(url, store.location)}\n`);
    if (values.json) printJson(stdout, { url, address: server.url, port: server.port, database: store.location });
    void warmUp(app);
    if (values.open) openBrowser(url);
    if (!signal.aborted) await once(signal, 'abort');
    stderr.write(`${messages.serve.stopping}\n`);
    await server.stop();
    return EXIT.done;
  },
});
