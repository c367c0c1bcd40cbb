import { processDocs as processDropDocs } from './drop/answers.js';
import { processResults as processDropResults } from './drop/score.js';
import * as hellaswag from './hellaswag.js';
import * as medmcqa from './medmcqa.js';
import * as medqa from './medqa.js';
import * as pubmedqa from './pubmedqa.js';
import * as race from './race.js';
import * as shuffledOptions from './shuffled-options.js';
import type { TaskFunction } from './task-function.js';
import * as truthfulqa from './truthfulqa.js';
import * as wikitext from './wikitext.js';
import * as winogrande from './winogrande.js';

export type { FunctionDocument, TaskFunction } from './task-function.js';

/** The functions of the built-in tasks, by the name that `!function` uses: the file in this folder, a dot, the function. */
export const taskFunctions: Readonly<Record<string, TaskFunction>> = {
  'drop.processDocs': { kind: 'process-docs', columns: processDropDocs },
  'drop.processResults': { kind: 'process-results', score: processDropResults },
  'hellaswag.processDocs': { kind: 'process-docs', columns: hellaswag.processDocs },
  'medmcqa.docToText': { kind: 'field', read: medmcqa.docToText },
  'medqa.docToText': { kind: 'field', read: medqa.docToText },
  'pubmedqa.docToText': { kind: 'field', read: pubmedqa.docToText },
  'race.processDocs': { kind: 'process-docs', columns: race.processDocs },
  'race.docToText': { kind: 'field', read: race.docToText },
  'race.docToTarget': { kind: 'field', read: race.docToTarget },
  'race.docToChoice': { kind: 'field', read: race.docToChoice },
  'shuffled-options.truthfulqaMc1': { kind: 'process-docs', columns: shuffledOptions.truthfulqaMc1 },
  'shuffled-options.truthfulqaMc2': { kind: 'process-docs', columns: shuffledOptions.truthfulqaMc2 },
  'shuffled-options.sciq': { kind: 'process-docs', columns: shuffledOptions.sciq },
  'truthfulqa.processResultsMc2': { kind: 'process-results', score: truthfulqa.processResultsMc2 },
  'wikitext.detokenize': { kind: 'field', read: wikitext.detokenize },
  'wikitext.processResults': { kind: 'process-results', score: wikitext.processResults },
  'winogrande.docToText': { kind: 'field', read: winogrande.docToText },
  'winogrande.docToTarget': { kind: 'field', read: winogrande.docToTarget },
  'winogrande.docToChoice': { kind: 'field', read: winogrande.docToChoice },
};
