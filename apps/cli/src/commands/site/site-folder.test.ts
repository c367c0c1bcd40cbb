import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PublishedFile } from '@understudy/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { en } from '../../messages/en.js';
import { checkSiteFolder, type SiteFolderOptions, writeSiteFolder } from './site-folder.js';

let home = '';
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'understudy-site-folder-'));
});
afterEach(() => rm(home, { recursive: true }));

async function* files(...paths: readonly string[]): AsyncGenerator<PublishedFile> {
  for (const path of paths) yield { path, bytes: new TextEncoder().encode(path) };
}

async function* failing(): AsyncGenerator<PublishedFile> {
  yield* files('index.html');
  throw new Error('The database went away.');
}

const options = (changes: Partial<SiteFolderOptions> = {}): SiteFolderOptions => ({
  folder: join(home, 'public'),
  force: false,
  kept: [],
  messages: en,
  signal: new AbortController().signal,
  onFile: () => undefined,
  ...changes,
});

describe('the folder of a site', () => {
  it('is written with its folders, and replaced by the next one as a whole', async () => {
    expect(await writeSiteFolder(files('index.html', 'data/a.json'), options())).toEqual({ files: 2, bytes: 21 });
    await checkSiteFolder(options());
    await writeSiteFolder(files('index.html', 'data/b.json'), options());
    expect(await readdir(join(home, 'public', 'data'))).toEqual(['b.json']);
    expect(await readFile(join(home, 'public', 'index.html'), 'utf8')).toBe('index.html');
    expect(await readdir(home)).toEqual(['public']);
  });

  it('is left alone where it is not ours, unless that is wanted', async () => {
    await mkdir(join(home, 'public'));
    await checkSiteFolder(options());
    await writeFile(join(home, 'public', 'thesis.tex'), 'years of work');
    await expect(checkSiteFolder(options())).rejects.toMatchObject({ code: 'site-folder-foreign' });
    await expect(checkSiteFolder(options({ folder: join(home, 'public', 'thesis.tex') }))).rejects.toMatchObject({
      code: 'site-folder-foreign',
    });
    await checkSiteFolder(options({ force: true }));
  });

  it('is never one that holds the home of somebody or the database', async () => {
    await mkdir(join(home, 'ada', 'models'), { recursive: true });
    const kept = [join(home, 'ada')];
    for (const folder of [home, join(home, 'ada'), '/']) {
      const refused = checkSiteFolder(options({ folder, force: true, kept }));
      await expect(refused).rejects.toMatchObject({ code: 'site-folder-kept' });
    }
    await checkSiteFolder(options({ folder: join(home, 'ada', 'site'), kept }));
    await checkSiteFolder(options({ folder: join(home, 'ad'), kept }));
  });

  it('is the one that a symbolic link names, which stays', async () => {
    await mkdir(join(home, 'served'));
    await symlink(join(home, 'served'), join(home, 'public'));
    await writeSiteFolder(files('index.html'), options());
    expect((await lstat(join(home, 'public'))).isSymbolicLink()).toBe(true);
    expect(await readFile(join(home, 'served', 'index.html'), 'utf8')).toBe('index.html');
    expect((await readdir(home)).toSorted()).toEqual(['public', 'served']);
  });

  it('stays as it was when the new one fails or is stopped, and nothing is left beside it', async () => {
    await writeSiteFolder(files('index.html', 'old.json'), options());
    await expect(writeSiteFolder(failing(), options())).rejects.toThrow('went away');
    const signal = AbortSignal.abort(new Error('Stopped.'));
    await expect(writeSiteFolder(files('index.html'), options({ signal }))).rejects.toThrow('Stopped.');
    expect((await readdir(join(home, 'public'))).toSorted()).toEqual(['.understudy-site', 'index.html', 'old.json']);
    expect(await readdir(home)).toEqual(['public']);
  });
});
