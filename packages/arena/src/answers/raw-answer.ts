/** An answer as a file has it, before its question is found. */
export interface RawAnswer {
  /** By its id, with or without the set's, or by the text of its first turn. */
  readonly question: { readonly id: string } | { readonly text: string };
  readonly model: string;
  readonly organisation: string | null;
  readonly sample: number;
  readonly turns: readonly string[];
  /** For a file with a row for each turn: which one this is, from 1. */
  readonly turn?: number | undefined;
  readonly tokens: number | null;
  readonly finishReason: string | null;
  readonly latencyMs: number | null;
}
