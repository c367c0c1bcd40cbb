import { areas } from './areas.js';

/** What `leaderboard` prints. */
export const leaderboard = {
  columns: { model: 'model', format: 'format', parameters: 'parameters' },
  areas,
  comma: ', ',
  area: (area: string, columns: string) => `${area}: mean of ${columns}`,
  column: (title: string, setting: string) => `${title}: ${setting}`,
  shots: (count: number | null) => (count === null ? 'various shots' : `${count}-shot`),
  chat: 'chat template',
  documents: (count: string) => `${count} documents`,
  documentsOf: (count: string, total: string) => `${count} of ${total} documents`,
  version: (version: string) => `version ${version}`,
  lessIsBetter: 'less is better',
  values:
    'Shares in per cent, ± half of the 95% interval. Areas: means of raw values, not rescaled by chance, of models that have all of the columns. –: not measured.',
  underpowered: (mark: string, points: number) =>
    `${mark} too few documents to rank by: the interval is wider than ±${points} points`,
  contaminated: (mark: string) =>
    `${mark} a source says that the benchmark's data were trained on; without the mark nobody checked, or it was found clean`,
  failed: (mark: string) => `${mark} some documents failed and are left out`,
  finding: (models: string, benchmark: string, statement: string, sources: string) =>
    `  ${models}, ${benchmark}: ${statement} (${sources})`,
  incomplete: (count: string) => `${count} results are left out, as not all of their documents were answered.`,
  nothing: "There are no results yet. 'understudy eval' makes some.",
  noneFits: 'No result fits.',
  refreshing: (done: number, total: number) => `computing results of earlier runs: ${done} of ${total}`,
};
