import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { EngineError } from '@understudy/core';
import type { InferenceSession } from 'onnxruntime-node';
import { encodeGraph } from '../graph/encode-graph.js';
import type { Graph } from '../graph/graph.js';

/** How a session computes. */
export interface SessionOptions {
  readonly graph: Graph;
  /** The file whose folder holds the weights. */
  readonly weightsPath: string;
  readonly threads: number;
  /**
   * False: weights stay as they are in the mapped file. They are then held once by two sessions that share them, and products are some
   * tenths slower.
   */
  readonly packed?: boolean;
}

/**
 * Attention can be computed in tiles of 128 × 512 scores, or a head at a time with all scores stored. The latter is faster where a
 * head's scores fit the cache, and our passes are cut so that they do: by 7% behind a prefix of 620 tokens, 13% behind 2,048
 * (SmolLM2; decision note on graph fusions). The runtime reads the choice from here; a user's own choice stays.
 */
const UNTILED_ATTENTION = 'ORT_GQA_DISABLE_FLASH_ATTENTION';

/**
 * Threads wait for the next operator awake for so long, which covers the gaps within a pass, then sleep. The runtime's default is
 * longer: with one busy neighbour on two cores passes then took 1.3 to 1.5 times as long (decision note).
 */
const SPIN_US = '200';

/** Only errors: warnings of the runtime are about files, and the graph is ours. */
const LOG_ERRORS = 3;

/**
 * Opens a graph in ONNX Runtime, which is loaded on first use. Weights are mapped from their file, then packed for the
 * processor. Throws `EngineError` `onnx-session`.
 */
export async function openSession({
  graph,
  weightsPath,
  threads,
  packed = true,
}: SessionOptions): Promise<InferenceSession> {
  process.env[UNTILED_ATTENTION] ??= '1';
  const { InferenceSession: Session } = await import('onnxruntime-node');
  try {
    return await Session.create(encodeGraph(graph), {
      intraOpNumThreads: threads,
      // The graph is written as it should run; its shapes change from call to call.
      graphOptimizationLevel: 'basic',
      enableMemPattern: false,
      logSeverityLevel: LOG_ERRORS,
      extra: {
        session: {
          model_external_initializers_file_folder_path: dirname(realpathSync(weightsPath)),
          intra_op: { spin_duration_us: SPIN_US },
          ...(packed ? {} : { disable_prepacking: '1' }),
        },
      },
    });
  } catch (cause) {
    throw new EngineError({
      code: 'onnx-session',
      message: `Opening the ${graph.name} graph of ${weightsPath} in ONNX Runtime: ${cause instanceof Error ? cause.message : String(cause)}`,
      hint: 'Is memory short? Close other programs. Else the tensors are not of the shapes that the model says: fetch or save it again.',
      values: { path: weightsPath },
      cause,
    });
  }
}
