import { totalmem } from 'node:os';

/** Memory this process may use at the most, in bytes: the machine's, or less inside a container. */
export function machineMemoryBytes(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 && constrained < totalmem() ? constrained : totalmem();
}
