import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DataError, type ChatTemplate } from '@understudy/core';
import { z } from 'zod';
import { readYaml } from '../files/read-yaml.js';
import { TemplateFileSchema, type TemplateFile } from './template-file.js';

/** Folder of the chat templates that come with Understudy. */
export const TEMPLATES_FOLDER = fileURLToPath(new URL('../../templates', import.meta.url));

/** Names of all chat templates, sorted. */
export async function listTemplateNames(folder: string = TEMPLATES_FOLDER): Promise<readonly string[]> {
  const files = await readdir(folder);
  return files
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => basename(name, '.yaml'))
    .sort();
}

/** Reads one chat template; undefined when there is none. Throws `DataError` `template-file` for one that breaks the schema. */
export async function readTemplate(name: string, folder: string = TEMPLATES_FOLDER): Promise<TemplateFile | undefined> {
  if (!(await listTemplateNames(folder)).includes(name)) return undefined;
  const path = join(folder, `${name}.yaml`);
  const parsed = TemplateFileSchema.safeParse(await readYaml(path, templateFileError));
  if (!parsed.success) throw templateFileError(path, z.prettifyError(parsed.error));
  if (parsed.data.name !== name) throw templateFileError(path, `its name is ${parsed.data.name}`);
  return parsed.data;
}

/** What a conversation is rendered with. */
export function toChatTemplate({ name, jinja, system, stop, turns }: TemplateFile): ChatTemplate {
  return { name, origin: 'catalog', jinja, system: system ?? undefined, stop, turns };
}

function templateFileError(path: string, problem: string): DataError {
  return new DataError({
    code: 'template-file',
    message: `The chat template ${path} can't be used: ${problem}`,
    hint: 'Mend the file; `packages/catalog/src/template/template-file.ts` describes its fields.',
    values: { path },
  });
}
