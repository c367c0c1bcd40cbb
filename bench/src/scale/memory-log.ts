/** Memory of this process after a step. */
export interface MemoryStep {
  readonly step: string;
  /** Since the first step, in seconds. */
  readonly seconds: number;
  /** Computed by this process until now, in seconds: what other programs on the machine do not lengthen. */
  readonly cpuSeconds: number;
  /** Resident memory at this moment, in bytes. */
  readonly residentBytes: number;
  /** The most it was until now, in bytes. */
  readonly peakBytes: number;
}

/** Notes how much memory this process takes, step by step. */
export class MemoryLog {
  readonly steps: MemoryStep[] = [];
  readonly #startedAt = performance.now();

  /** Notes a step that has just ended. */
  note(step: string): void {
    const { user, system } = process.cpuUsage();
    this.steps.push({
      step,
      seconds: (performance.now() - this.#startedAt) / 1000,
      cpuSeconds: (user + system) / 1e6,
      residentBytes: process.memoryUsage.rss(),
      peakBytes: process.resourceUsage().maxRSS * 1024,
    });
  }
}
