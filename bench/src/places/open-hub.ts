import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { EngineError } from '@understudy/core';
import type { BenchPlaces } from './bench-places.js';
import { freePort } from '@understudy/store/testing';

/** The data hub of a bench. Disposing ends a server that was started for it. */
export interface BenchHub extends AsyncDisposable {
  /** `HF_ENDPOINT`; undefined for the hub itself. */
  readonly endpoint: string | undefined;
  /** One line that says which it is. */
  readonly description: string;
}

const START_MS = 60_000;

/**
 * The hub that `HF_ENDPOINT` names; else the mirror beside the repository, served for as long as the bench runs, the training rows
 * that it lacks in front of it; else the hub itself.
 */
export async function openHub(places: BenchPlaces, environment: NodeJS.ProcessEnv = process.env): Promise<BenchHub> {
  const named = environment['HF_ENDPOINT'];
  if (named) return { endpoint: named, description: `data hub: ${named}`, [Symbol.asyncDispose]: closeNothing };
  if (!existsSync(join(places.mirror, 'serve.mjs'))) {
    const description = 'data hub: the hub itself; fixtures were made from a mirror whose splits may be shorter';
    return { endpoint: undefined, description, [Symbol.asyncDispose]: closeNothing };
  }
  return serveMirror(places);
}

async function closeNothing(): Promise<void> {}

async function serveMirror(places: BenchPlaces): Promise<BenchHub> {
  makeOverlay(places);
  const folders = [...(existsSync(places.overlay) ? [places.overlay] : []), places.mirror];
  const port = await freePort();
  const server = spawn(process.execPath, [join(places.mirror, 'serve.mjs'), '--port', String(port), ...folders], {
    stdio: 'ignore',
  });
  const endpoint = `http://127.0.0.1:${port}`;
  const stop = (): void => void server.kill();
  process.once('exit', stop);
  await answers(endpoint);
  const training = folders.length > 1 ? '' : ', without the training rows that it lacks (they need Python)';
  return {
    endpoint,
    description: `data hub: the mirror beside the repository${training}`,
    [Symbol.asyncDispose]: async () => {
      process.off('exit', stop);
      stop();
    },
  };
}

/** Training rows are made by the script that the fixtures were made with; without its Python there are none. */
function makeOverlay({ overlay, python, bench, mirror }: BenchPlaces): void {
  if (existsSync(overlay) || !existsSync(python)) return;
  spawnSync(python, [join(bench, 'parity', 'reference', 'training_rows.py'), mirror, overlay], { stdio: 'ignore' });
}

async function answers(endpoint: string): Promise<void> {
  const until = performance.now() + START_MS;
  while (performance.now() < until) {
    const response = await fetch(endpoint).catch(() => undefined);
    if (response !== undefined) return;
    await setTimeout(100);
  }
  throw new EngineError({
    code: 'bench-hub-silent',
    message: `The mirror of the data hub did not answer at ${endpoint} within ${START_MS / 1000} s.`,
    hint: 'Serve it yourself and name it with HF_ENDPOINT.',
  });
}
