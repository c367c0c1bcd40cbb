/** When models were released. */
export const timeline = {
  title: 'Timeline',
  about: 'Releases of models by month: those with open weights above the axis, closed ones below.',
  range: 'Which part of the timeline',
  from: 'From',
  to: 'To',
  all: 'All',
  picture: 'Releases',
  pictureNote:
    'A dot is what one family released in one month, as large as its largest model (hollow: size not known). A month is wider the more releases it has. Point at a dot to see all its sizes; the list below has them too.',
  counts: (releases: number, open: number, closed: number, undated: number) =>
    `${releases} releases: ${open} open, ${closed} closed.${undated > 0 ? ` ${undated} models without a known date are left out.` : ''}`,
  label: (open: number, closed: number) =>
    `Releases along a time axis: ${open} open ones above it, ${closed} closed ones below. The list has them all.`,
  open: 'Open weights',
  closed: 'Closed, or weights never released',
  list: 'List of releases',
  columns: {
    month: 'Month',
    family: 'Family',
    weights: 'Weights',
    largest: 'Largest',
    models: 'Models',
    developer: 'Developer',
  },
};
