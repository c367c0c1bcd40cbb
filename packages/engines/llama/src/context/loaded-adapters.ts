import path from 'node:path';
import { UserError } from '@understudy/core';
import { readGguf, type GgufFile } from '@understudy/gguf';
import { native } from '../binding/native.js';
import type { Model } from './model.js';
import { nativeFailure } from './native-failure.js';
import { NativeHandle } from './native-handle.js';

/** A loaded adapter, and how strongly it is laid over the model. */
export interface AppliedAdapter {
  readonly adapter: NativeHandle;
  readonly scale: number;
}

/** The adapters of a model, each loaded when it is first asked for and kept as long as the model. */
export class LoadedAdapters implements Disposable {
  readonly #model: Model;
  readonly #loaded = new Map<string, NativeHandle>();

  constructor(model: Model) {
    this.#model = model;
  }

  /**
   * The adapter of a file.
   * @throws DataError for what is no GGUF, UserError `adapter-unfit`, `adapter-unsupported`, EngineError `out-of-memory`, …
   */
  get(file: string): NativeHandle {
    const known = this.#loaded.get(file);
    if (known !== undefined) return known;
    const adapter = this.#load(file);
    this.#loaded.set(file, adapter);
    return adapter;
  }

  [Symbol.dispose](): void {
    for (const adapter of this.#loaded.values()) adapter[Symbol.dispose]();
    this.#loaded.clear();
  }

  #load(file: string): NativeHandle {
    checkHeader(readGguf(file), this.#model.architecture);
    const { llama, log } = native();
    const mark = log.mark();
    const pointer = llama.llama_adapter_lora_init(this.#model.handle.pointer, file);
    if (pointer === null) {
      throw nativeFailure({
        attempt: `Loading the adapter ${path.basename(file)}`,
        fallbackCode: 'adapter-unfit',
        lines: log.since(mark),
      });
    }
    const handle = new NativeHandle('adapter', pointer, (adapter) => llama.llama_adapter_lora_free(adapter));
    if (llama.llama_adapter_get_alora_n_invocation_tokens(pointer) === 0) return handle;
    handle[Symbol.dispose]();
    throw unsupported(file, 'it is switched on by tokens of the prompt (activated LoRA), which Understudy does not do');
  }
}

/** What llama.cpp leaves out without a word, or says in few. */
function checkHeader({ path: file, metadata, tensors }: GgufFile, architecture: string): void {
  const [type, kind, base] = ['general.type', 'adapter.type', 'general.architecture'].map((key) => metadata.get(key));
  if (type !== 'adapter' || kind !== 'lora') {
    throw unfit(file, 'it is no LoRA adapter', 'Convert an adapter with convert_lora_to_gguf.py of llama.cpp.');
  }
  if (base !== architecture) {
    const hint = 'Choose the adapter for the model that it was trained on.';
    throw unfit(
      file,
      `it was made for the architecture ${typeof base === 'string' ? base : 'of no name'}, and the model is of ${architecture}`,
      hint,
    );
  }
  const norm = tensors.find(({ name }) => name.endsWith('_norm.weight'));
  if (norm !== undefined) throw unsupported(file, `it also replaces ${norm.name}, which llama.cpp would leave out`);
}

function unfit(file: string, why: string, hint: string): UserError {
  const message = `Loading the adapter ${path.basename(file)}: ${why}.`;
  return new UserError({ code: 'adapter-unfit', message, hint, values: { file } });
}

function unsupported(file: string, why: string): UserError {
  return new UserError({
    code: 'adapter-unsupported',
    message: `Loading the adapter ${path.basename(file)}: ${why}.`,
    hint: 'Merge it into the model (PEFT, merge_and_unload) and convert the whole to GGUF.',
    values: { file },
  });
}
