import path from 'node:path';
import type { OnProgress } from '@understudy/core';
import { callAsync } from '../binding/async-callable.js';
import { native } from '../binding/native.js';
import { nativeFailure } from '../context/native-failure.js';
import { QUANTIZATION_TYPES, type QuantizationType } from './quantization-types.js';

/** One call of the quantiser. */
export interface QuantizeOptions {
  readonly source: string;
  readonly target: string;
  readonly type: QuantizationType;
  /** Undefined: as many as the machine has cores. */
  readonly threads: number | undefined;
  /** Only computes what the target would weigh. */
  readonly dryRun: boolean;
}

/** Result of the quantiser. */
export interface Quantized {
  /** Bytes of all tensors in the target, to a hundredth of a mebibyte. */
  readonly tensorBytes: number;
}

/** e.g. `[   3/ 272] blk.0.attn_k.weight`. */
const TENSOR_LINE = /^\[\s*(\d+)\/\s*(\d+)\]/;
const SIZE_LINE = /quant size\s+=\s+([\d.]+) MiB/;

/**
 * Runs libllama's quantiser in this process, on a worker thread. It cannot be interrupted; whoever needs that runs it in
 * a process of its own.
 * @throws EngineError `conversion-failed`, or what the log tells.
 */
export async function quantize(options: QuantizeOptions, onProgress: OnProgress): Promise<Quantized> {
  const { llama, log } = native();
  let tensorBytes = 0;
  const label = path.basename(options.source);
  const stop = log.watch(({ text }) => {
    const [, done, total] = TENSOR_LINE.exec(text) ?? [];
    if (done !== undefined) onProgress({ label, done: Number(done), total: Number(total), unit: 'steps' });
    const size = SIZE_LINE.exec(text)?.[1];
    if (size !== undefined) tensorBytes = Number(size) * 1024 ** 2;
  });
  const mark = log.mark();
  try {
    const params = {
      ...llama.llama_model_quantize_default_params(),
      ftype: QUANTIZATION_TYPES[options.type],
      nthread: options.threads ?? 0,
      allow_requantize: true,
      dry_run: options.dryRun,
    };
    const status = await callAsync(llama.llama_model_quantize, options.source, options.target, params);
    if (status === 0) return { tensorBytes };
  } finally {
    stop();
  }
  throw nativeFailure({
    attempt: `Converting ${path.basename(options.source)} to ${options.type}`,
    fallbackCode: 'conversion-failed',
    lines: log.since(mark),
  });
}
