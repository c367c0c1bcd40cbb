import type { Run } from '@understudy/store';
import { z } from 'zod';

/** The part of a stored `EngineInfo` that is shown. */
export interface UsedEngine {
  readonly engine: string;
  readonly compute: string;
}

/** What a run of ours keeps: `EngineInfo` by purpose. */
const stored = z.record(z.string(), z.object({ engine: z.string(), compute: z.string() }).optional());

/** The engines of a run, each once; none for an imported run. */
export function usedEngines(run: Run): readonly UsedEngine[] {
  const engines = Object.values(stored.safeParse(run.engine).data ?? {}).flatMap((info) => info ?? []);
  return [...new Map(engines.map((engine) => [`${engine.engine} ${engine.compute}`, engine])).values()];
}
