import { fileURLToPath } from 'node:url';
import { runMeasured, type MeasuredCommand } from './run-measured.js';

const MATMUL = fileURLToPath(new URL('matmul-speed.js', import.meta.url));

/** 10⁹ operations a second that a plain large product of float32 matrices reaches now, in a process of its own. Throws as `runMeasured`. */
export async function matmulGflops({ env, timeoutMs }: Pick<MeasuredCommand, 'env' | 'timeoutMs'>): Promise<number> {
  const { stdout } = await runMeasured({ command: process.execPath, args: [MATMUL], env, timeoutMs });
  return (JSON.parse(stdout) as { readonly gflops: number }).gflops; // Printed by our own program.
}
