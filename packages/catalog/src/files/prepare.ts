import { writeParsedFiles } from './write-parsed-files.js';

await writeParsedFiles();
