import { answerOf, api, type AnswerOf } from '../../server/client.js';
import { send } from '../../server/send.js';

export type Imported = AnswerOf<typeof api.import.$post>;

export const IMPORT_FORMATS = ['battles', 'csv', 'alpaca-eval'] as const;
export const EXPORT_FORMATS = ['battles', 'csv', 'jsonl', 'alpaca-eval'] as const;

/** A file of votes to become a study. */
export interface ImportRequest {
  readonly format: (typeof IMPORT_FORMATS)[number];
  readonly title: string;
  readonly file: File;
  readonly columns: string;
}

/** Sends a file of votes; a wrong line is an error with its number, and nothing is stored. */
export async function importVotes(request: ImportRequest): Promise<Imported> {
  const { format, title, file, columns } = request;
  const text = await file.text();
  return answerOf(api.import.$post({ json: { format, title, text, ...(columns === '' ? {} : { columns }) } }));
}

/** The counted votes of a study as a file. */
export async function exportVotes(study: string, format: (typeof EXPORT_FORMATS)[number]): Promise<string> {
  const response = await send(`/api/export?${new URLSearchParams({ study, format }).toString()}`);
  return response.text();
}
