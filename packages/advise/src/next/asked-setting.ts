import type { RunConditions, Setting } from '@understudy/evidence';

/** What of a setting decides the command line. */
export interface AskedSetting extends Pick<
  Setting,
  'task' | 'numFewshot' | 'usesChatTemplate' | 'documents' | 'documentsTotal'
> {
  /** Of a run that asked so; undefined: nothing but the setting is known. */
  readonly conditions?: RunConditions | undefined;
}
