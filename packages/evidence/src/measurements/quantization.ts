import type { ModelCard } from '@understudy/catalog';
import type { Run } from '@understudy/store';
import type { ModelNames } from './model-names.js';

/** llama.cpp's names of formats in a file's name, e.g. `model.Q4_K_M.gguf`, `model-IQ2_XXS.gguf`, `model-bf16.gguf`. */
const FORMAT = /(?:^|[._-])(?<format>I?Q\d+(?:_[A-Z0-9]+)*|MXFP4|BF16|F16|F32)(?=[.-]|$)/iu;

/** Formats of torch in the files of the reference harness. */
const TORCH_FORMATS: Readonly<Record<string, string>> = {
  'torch.float32': 'F32',
  'torch.float16': 'F16',
  'torch.bfloat16': 'BF16',
};

/** The format of the weights that a run measured: what the card says of this very file, else what the run names. */
export function quantizationOf(run: Run, names: ModelNames, card: ModelCard | undefined): string | undefined {
  const file = card?.weights.file ?? undefined;
  if (file !== undefined && (file.sha256 === names.identity || names.name === card?.id)) return file.quantization;
  const named = FORMAT.exec((names.file ?? names.name).replace(/\.gguf$/iu, ''))?.groups?.['format'];
  if (named !== undefined) return named.toUpperCase();
  return names.loadedAs === '' ? TORCH_FORMATS[String(run.engine['compute'])] : names.loadedAs;
}
