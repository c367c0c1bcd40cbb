import path from 'node:path';
import koffi, { type LibraryHandle } from 'koffi';
import { EngineError } from '@understudy/core';
import { loadCpuBackend, type CpuBackend } from './cpu-backend.js';
import { declareGgml, type GgmlFunctions } from './ggml-functions.js';
import { checkDefaults, CONTEXT_DEFAULTS, MODEL_DEFAULTS, QUANTIZE_DEFAULTS } from './known-defaults.js';
import type { LlamaFunctions } from './llama-functions.js';
import { LLAMA_SIGNATURES } from './llama-signatures.js';
import { NativeLog, registerLogCallback } from './native-log.js';
import { PINNED_BUILD } from './pinned-build.js';
import { findPlatformPackage, type PlatformPackage } from './platform-package.js';

/** llama.cpp as loaded into this process, checked to be the build this program was written for. */
export interface Native {
  readonly llama: LlamaFunctions;
  readonly log: NativeLog;
  /** Loads the CPU library on first use; a vocabulary alone needs none. */
  cpu(): CpuBackend;
  /** Loads the libraries for other devices than the CPU that the package has, on first use; returns how many work here. */
  loadDevices(): number;
}

let loaded: Native | undefined;

/**
 * llama.cpp of this process, loaded on first use. Never unloaded: the library keeps process-wide state.
 * @throws UserError when no package for this machine is installed, EngineError when its build is not the pinned one.
 */
export function native(): Native {
  loaded ??= load();
  return loaded;
}

function load(): Native {
  const platform = findPlatformPackage();
  const ggml = declareGgml(open(platform, 'libggml-base'), open(platform, 'libggml.'));
  checkVersion(platform, ggml);
  const llama = declareLlama(open(platform, 'libllama.'));
  const log = new NativeLog();
  llama.llama_log_set(registerLogCallback(log), null);
  checkDefaults('llama_model_params', llama.llama_model_default_params(), MODEL_DEFAULTS);
  checkDefaults('llama_context_params', llama.llama_context_default_params(), CONTEXT_DEFAULTS);
  checkDefaults('llama_model_quantize_params', llama.llama_model_quantize_default_params(), QUANTIZE_DEFAULTS);
  llama.llama_backend_init();
  return {
    llama,
    log,
    cpu: once(() => loadCpuBackend(platform, ggml)),
    loadDevices: once(() => {
      const libraries = platform.files.filter(isDeviceLibrary).map((file) => path.join(platform.folder, file));
      return libraries.filter((library) => ggml.ggml_backend_load(library) !== null).length;
    }),
  };
}

function declareLlama(library: LibraryHandle): LlamaFunctions {
  const entries = Object.entries(LLAMA_SIGNATURES).map(([name, [result, ...parameters]]) => [
    name,
    library.func(name, result, [...parameters]),
  ]);
  // The signature table has exactly the interface's keys (its type says so), and each entry declares that C function.
  return Object.fromEntries(entries) as unknown as LlamaFunctions;
}

function open(platform: PlatformPackage, prefix: string): LibraryHandle {
  const file = platform.files.find((name) => name.startsWith(prefix) && /\.(?:so|dylib)$/.test(name));
  if (file === undefined) throw notPinned(platform, `has no library ${prefix}*`);
  return koffi.load(path.join(platform.folder, file));
}

function checkVersion(platform: PlatformPackage, ggml: GgmlFunctions): void {
  const found = `llama.cpp ${platform.release}, ggml ${ggml.ggml_version()} ${ggml.ggml_commit()}`;
  const pinned = `llama.cpp ${PINNED_BUILD.release}, ggml ${PINNED_BUILD.ggmlVersion} ${PINNED_BUILD.ggmlCommit}`;
  if (found !== pinned) throw notPinned(platform, `is ${found}, not ${pinned}`);
}

function notPinned(platform: PlatformPackage, what: string): EngineError {
  return new EngineError({
    code: 'llama-version-mismatch',
    message: `Loading llama.cpp: the package ${platform.name} ${what}.`,
    hint: 'Install the pinned packages again: npm ci',
    values: { package: platform.name },
  });
}

/** Backends for other devices, e.g. `libggml-metal.so`. */
function isDeviceLibrary(file: string): boolean {
  return /^libggml-(?!base|cpu).+\.(?:so|dylib)$/.test(file);
}

function once<T>(make: () => T): () => T {
  let value: { readonly made: T } | undefined;
  return () => (value ??= { made: make() }).made;
}
