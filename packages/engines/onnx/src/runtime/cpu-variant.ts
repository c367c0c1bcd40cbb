import { readFileSync } from 'node:fs';

/** Instruction sets that ONNX Runtime's float32 products tell apart on x86, best first. */
const VARIANTS = [
  ['avx512f', 'avx512'],
  ['avx2', 'avx2'],
  ['avx', 'avx'],
] as const;

/** Which of its float32 kernels ONNX Runtime takes on this machine: they differ in their last digits. */
export function cpuVariant(): string {
  if (process.arch !== 'x64' || process.platform !== 'linux') {
    return process.arch;
  }
  const flags = new Set(/^flags\s*:(.*)$/m.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1]?.split(' '));
  return VARIANTS.find(([flag]) => flags.has(flag))?.[1] ?? process.arch;
}
