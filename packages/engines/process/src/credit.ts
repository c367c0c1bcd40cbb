/** How many items may still be sent: the receiver grants, the sender takes. One sender. */
export class Credit {
  #available = 0;
  #wake: (() => void) | undefined;

  grant(count: number): void {
    this.#available += count;
    this.#wake?.();
  }

  /** Waits until one item may be sent. */
  async take(): Promise<void> {
    while (this.#available <= 0) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.#available--;
  }
}
