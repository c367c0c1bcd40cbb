import type { JsonObject, Run, StoredTaskResult } from '@understudy/store';

/** What a run's settings, beside its tasks' configurations, mean for the results; one shape for runs of ours and imported ones. */
export interface RunConditions {
  readonly usesChatTemplate: boolean;
  /** What a template that is not the model's own says; the model's own counts as the model's, whatever it says. */
  readonly givenTemplate: JsonObject | undefined;
  readonly systemInstruction: string | undefined;
  /** Whether few-shot examples were turns of the chat. */
  readonly areExamplesTurns: boolean;
  readonly fewshotSeed: number;
  /** Seeds of sampled texts. */
  readonly samplingSeeds: readonly unknown[];
  /** Document numbers by task, where they were chosen. */
  readonly samples: JsonObject;
  /** Whether fewer documents than there are means the first ones. */
  readonly areFirstDocuments: boolean;
  readonly runId: string;
  /** Equal where all but documents chosen is equal. */
  readonly key: string;
}

/**
 * Reads the settings of a run, as `openRun` and the import of the reference harness's files write them.
 * @param ownTemplate name of the chat template that the model's card names
 */
export function runConditions(run: Run, ownTemplate?: string): RunConditions {
  const { settings } = run;
  const template = settings['applyChatTemplate'];
  const usesChatTemplate = template === true || (typeof template === 'string' && template !== '');
  const seeds = objectOf(settings['seeds']);
  const kept = {
    usesChatTemplate,
    givenTemplate: foreignTemplate(objectOf(settings['chatTemplate']), ownTemplate),
    systemInstruction: textOf(settings['systemInstruction']),
    areExamplesTurns: usesChatTemplate && settings['fewshotAsMultiturn'] !== false,
    fewshotSeed: typeof seeds['fewshot'] === 'number' ? seeds['fewshot'] : run.seed,
    // Ours sample with the first; torch, on which the reference harness runs models, with its own.
    samplingSeeds: run.source === 'understudy' ? [seeds['random']] : [seeds['torch'], 'torch'],
  };
  return {
    ...kept,
    samples: objectOf(settings['samples']),
    areFirstDocuments: run.source === 'understudy' || typeof settings['limit'] === 'number',
    runId: run.id,
    key: JSON.stringify(kept),
  };
}

/**
 * A template that the user gave by a file, or by the name of one that the model's card does not name: a run does not tell whether the user
 * named it or the card did. What it says counts, not what it is called.
 */
function foreignTemplate(template: JsonObject, ownTemplate: string | undefined): JsonObject | undefined {
  const { origin, name, jinja, system = null, stop = [], turns = 'many' } = template;
  const isForeign = origin === 'file' || (origin === 'catalog' && name !== ownTemplate);
  return isForeign ? { jinja, system, stop, turns } : undefined;
}

/**
 * Which documents were asked, where it is not all of them or the first ones. A run whose choice is not known stands alone: its number says
 * nothing about which it is comparable with. Files of the reference harness before 0.4.3 do not even say how many there are.
 */
export function documentChoice(
  conditions: RunConditions,
  result: Pick<StoredTaskResult, 'task' | 'documentsExpected' | 'documentsTotal'>,
): unknown {
  const chosen = conditions.samples[result.task];
  if (Array.isArray(chosen) && chosen.length > 0)
    return [...new Set(chosen as readonly number[])].sort((a, b) => a - b);
  const { documentsExpected: asked, documentsTotal: total } = result;
  const isKnown = total > 0 && (asked >= total || conditions.areFirstDocuments);
  return isKnown ? undefined : `unknown, run ${conditions.runId}`;
}

function objectOf(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null ? (value as JsonObject) : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
