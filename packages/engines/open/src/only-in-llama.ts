import type { RopeSettings } from '@understudy/core';
import type { ChoiceSettings } from './engine-choice.js';

const ROPE_FLAGS: Readonly<Record<keyof RopeSettings, string>> = {
  scaling: '--rope-scaling',
  scale: '--rope-scale',
  freqBase: '--rope-freq-base',
  yarnOrigCtx: '--yarn-orig-ctx',
  yarnExtFactor: '--yarn-ext-factor',
  yarnBetaFast: '--yarn-beta-fast',
  yarnBetaSlow: '--yarn-beta-slow',
};

/** The option that asks for what the onnx engine cannot do. */
export function onlyInLlama(settings: ChoiceSettings): string | undefined {
  const { compute, kvType, gpuLayers } = settings;
  if (compute !== 'auto' && compute !== 'f32') return `--compute ${compute}`;
  if (gpuLayers > 0) return `--gpu-layers ${gpuLayers}`;
  if (kvType !== undefined && kvType !== 'f32') return `--kv-type ${kvType}`;
  return changesModel(settings);
}

/** The option that changes what the model computes, which the onnx engine must not ignore. */
export function changesModel({ hasAdapters, rope }: ChoiceSettings): string | undefined {
  if (hasAdapters === true) return '--adapter';
  const [given] = Object.entries(rope ?? {}).filter(([, value]) => value !== undefined);
  return given && ROPE_FLAGS[given[0] as keyof RopeSettings];
}
