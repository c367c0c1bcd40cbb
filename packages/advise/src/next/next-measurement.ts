import type { Area } from '@understudy/catalog';

/** A measurement that would settle what is open. */
export interface NextMeasurement {
  readonly area: Area;
  /** The model of the shortlist that it is about; null: whichever one likes. */
  readonly model: string | null;
  readonly because:
    | 'inconclusive'
    | 'reference-not-measured'
    | 'candidate-not-measured'
    | 'no-common-setting'
    | 'no-common-documents'
    /** No task of ours asks for this area. */
    | 'no-task';
  readonly tasks: readonly string[];
  /** Documents that both models must answer; null: no number of them would settle it, as the difference lies on the margin. */
  readonly documents: number | null;
  /** Documents that the tasks have; null: not known before they are read. */
  readonly available: number | null;
  /** For a shell. */
  readonly commands: readonly string[];
  /** Estimate from the throughput of earlier runs; null: none is known. */
  readonly seconds: number | null;
}
