import { arch, cpus, platform } from 'node:os';
import { createHash } from 'node:crypto';
import type { JsonObject } from '@understudy/store';
import type { RunReport } from './run-report.js';

/** Characters that the reference harness does not want in a folder's name; a run of them becomes `__`. */
const UNSAFE_CHARACTERS = /["<>:/|\\?*[\]]+/g;

/** A model's name as the name of a folder, by the reference harness's rule. */
export function sanitizeModelName(model: string): string {
  return model.replace(UNSAFE_CHARACTERS, '__');
}

/** The block `config`: model and settings. What has no counterpart here is null. */
export function describeSettings({ run, bootstrapIterations }: RunReport): JsonObject {
  const engine = usedEngine(run.engine);
  const { settings } = run;
  const seeds = isObject(settings['seeds']) ? settings['seeds'] : {};
  return {
    model: run.source,
    model_args: { pretrained: run.model, engine: engine['engine'] ?? null, compute: engine['compute'] ?? null },
    model_num_parameters: engine['parameters'] ?? null,
    model_dtype: engine['compute'] ?? null,
    model_revision: null,
    model_sha: run.identity,
    batch_size: 'auto',
    batch_sizes: [],
    device: 'cpu',
    use_cache: null,
    limit: settings['limit'] ?? null,
    bootstrap_iters: bootstrapIterations,
    gen_kwargs: settings['genKwargs'] ?? {},
    random_seed: seeds['random'] ?? run.seed,
    numpy_seed: seeds['numpy'] ?? run.seed,
    torch_seed: seeds['torch'] ?? run.seed,
    fewshot_seed: seeds['fewshot'] ?? run.seed,
  };
}

/** The top-level keys about the run, in the reference harness's order. */
export function describeRun({ run, elapsedMs }: RunReport): JsonObject {
  const { settings } = run;
  const instruction = settings['systemInstruction'];
  const template = templateText(settings);
  return {
    git_hash: null,
    date: run.createdAt / 1000,
    pretty_env_info: `Understudy ${run.version}\nNode ${process.version}\n${platform()} ${arch()}\n${cpus()[0]?.model ?? ''}`,
    transformers_version: null,
    lm_eval_version: null,
    upper_git_hash: null,
    tokenizer_pad_token: null,
    tokenizer_eos_token: null,
    tokenizer_bos_token: null,
    eot_token_id: null,
    max_length: usedEngine(run.engine)['contextLength'] ?? null,
    task_hashes: {},
    model_source: run.source,
    model_name: run.model,
    model_name_sanitized: sanitizeModelName(run.model),
    system_instruction: instruction ?? null,
    system_instruction_sha: typeof instruction === 'string' ? sha256(instruction) : null,
    fewshot_as_multiturn: settings['fewshotAsMultiturn'] ?? null,
    chat_template: template ?? null,
    chat_template_sha: template === undefined ? null : sha256(template),
    total_evaluation_time_seconds: String(elapsedMs / 1000),
  };
}

/** The Jinja of the chat template; an imported run has it in place of the setting. */
function templateText({ applyChatTemplate, chatTemplate }: JsonObject): string | undefined {
  const text = isObject(chatTemplate) ? chatTemplate['jinja'] : applyChatTemplate;
  return typeof text === 'string' ? text : undefined;
}

/** What is stored of the engine: that which scored, else that which generated. */
function usedEngine(engine: JsonObject): JsonObject {
  const { scoring, generation } = engine;
  if (isObject(scoring)) return scoring;
  return isObject(generation) ? generation : engine;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
