import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The models that the fixtures were made with: the file's name without its ending, as `reference.sh` fetches it. */
const MODEL_FILES: Readonly<Record<string, string>> = {
  'smollm2-135m-instruct': 'SmolLM2-135M-Instruct.Q4_1',
  'gemma-3-270m': 'gemma-3-270m-Q4_K_M',
};

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));

/** Where everything that the benches use and make is; `parity/reference.sh` has the same rules. */
export interface BenchPlaces {
  /** For big files: `UNDERSTUDY_BENCH_HOME`, else `~/.cache/understudy-bench`. */
  readonly home: string;
  /** Understudy's own home while it is measured. */
  readonly understudyHome: string;
  /** Python with the reference harness: `UNDERSTUDY_BENCH_PYTHON`, else the one in `home`. */
  readonly python: string;
  readonly launcher: string;
  /** The folder `bench` of the repository. */
  readonly bench: string;
  /** The mirror beside the repository. */
  readonly mirror: string;
  /** Training rows that the mirror lacks, served in front of it. */
  readonly overlay: string;
  readonly llamaPerplexity: string;
  readonly llamaServer: string;
  /** The model as it was published. */
  gguf(model: string): string;
  /** The same in float32. */
  float32(model: string): string;
  /** The same for transformers. */
  checkpoint(model: string): string;
}

export function benchPlaces(environment: NodeJS.ProcessEnv = process.env): BenchPlaces {
  const home = resolve(environment['UNDERSTUDY_BENCH_HOME'] || join(homedir(), '.cache', 'understudy-bench'));
  const file = (model: string): string => join(home, 'models', MODEL_FILES[model] ?? model);
  return {
    home,
    understudyHome: join(home, 'understudy'),
    python: environment['UNDERSTUDY_BENCH_PYTHON'] || join(home, 'venv', 'bin', 'python'),
    launcher: join(REPOSITORY, 'apps', 'cli', 'bin', 'understudy.js'),
    bench: join(REPOSITORY, 'bench'),
    mirror: resolve(REPOSITORY, '..', 'shared', 'hub'),
    overlay: join(home, 'overlay'),
    llamaPerplexity: join(home, 'llama-bin', 'bin', 'llama-perplexity'),
    llamaServer: join(home, 'llama-bin', 'bin', 'llama-server'),
    gguf: (model) => `${file(model)}.gguf`,
    float32: (model) => `${file(model)}.F32.gguf`,
    checkpoint: (model) => join(home, 'checkpoints', model),
  };
}
