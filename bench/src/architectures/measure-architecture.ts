import { UnderstudyError, type EngineSettings } from '@understudy/core';
import { architectureFixture, scoreParity, testFiles, textParity } from '@understudy/engine-llama/testing';
import { openModel } from '@understudy/engines';

/** How an engine is run. */
export type ContestantName = 'onnx' | 'llama' | 'llama, default';

/** What an engine makes of a fixture. */
export type ArchitectureResult =
  | {
      readonly status: 'loaded';
      /** Largest difference of a token's log-probability to the reference, in nats. */
      readonly worst: number;
      /** Places at which the most probable token is another, though the reference is decided. */
      readonly argMaxMisses: number;
      readonly sameTexts: number;
      readonly texts: number;
    }
  | { readonly status: 'refused'; readonly code: string; readonly message: string };

/** A reference is decided where its best token is ahead by more than this, in nats. */
const TOLERANCES: Readonly<Record<ContestantName, number>> = { onnx: 1e-4, llama: 5e-3, 'llama, default': 5e-2 };

/** `default`: F16 KV cache, flash attention. */
const SETTINGS: Readonly<Record<ContestantName, Pick<EngineSettings, 'engine' | 'compute' | 'kvType'>>> = {
  onnx: { engine: 'onnx', compute: 'f32', kvType: undefined },
  llama: { engine: 'llama', compute: 'f32', kvType: 'f32' },
  'llama, default': { engine: 'llama', compute: 'native', kvType: undefined },
};

export const CONTESTANTS: readonly ContestantName[] = ['onnx', 'llama', 'llama, default'];

/** Scores a fixture's sequences and continues its prompts in an engine process, as every command does. */
export async function measureArchitecture(
  name: string,
  { path, home, contestant }: { readonly path: string; readonly home: string; readonly contestant: ContestantName },
): Promise<ArchitectureResult> {
  const settings: EngineSettings = {
    ...SETTINGS[contestant],
    threads: 1,
    gpuLayers: 0,
    contextLength: undefined,
    deterministic: false,
  };
  const fixture = architectureFixture(name);
  const tolerance = TOLERANCES[contestant];
  try {
    await using model = openModel({ model: testFiles(path), settings, home });
    const engine = await model.scoring();
    const parity = await scoreParity(engine, fixture, { tolerance });
    const { actual, expected } = await textParity(engine, fixture, tolerance);
    const sameTexts = expected.filter((text, i) => text === actual[i]).length;
    return { status: 'loaded', ...parity, sameTexts, texts: expected.length };
  } catch (error) {
    if (!UnderstudyError.isInstance(error)) throw error;
    return { status: 'refused', code: error.code, message: error.message };
  }
}
