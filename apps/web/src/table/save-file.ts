import { saveBlob } from './save-blob.js';

/** Saves a text as a file on the person's machine. */
export function saveFile(name: string, text: string, type: string): void {
  saveBlob(name, new Blob([text], { type: `${type};charset=utf-8` }));
}
