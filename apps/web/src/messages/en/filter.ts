/** Which votes count and what is made of them: the switches of all pages of results. */
export const filter = {
  study: 'Study',
  allStudies: 'All studies',
  voters: 'Who judged',
  people: 'All people',
  kinds: { crowd: 'Crowd', expert: 'Experts', author: 'Authors' },
  judge: (spec: string, mode: string) => `Judge: ${spec} (${mode})`,
  language: 'Question language',
  allLanguages: 'All languages',
  aspect: 'Aspect',
  allAspects: 'All aspects',
  aspects: {
    everyday: 'Everyday',
    writing: 'Writing',
    reasoning: 'Reasoning',
    programming: 'Programming',
    mathematics: 'Mathematics',
    physics: 'Physics',
    chemistry: 'Chemistry',
    biology: 'Biology',
    'harmful-content': 'Harmful content',
    coding: 'Coding',
    math: 'Mathematics',
    extraction: 'Extraction',
    roleplay: 'Role play',
    stem: 'Science',
    humanities: 'Humanities',
  },
  switches: { method: 'Method', ties: 'Ties', cluster: 'Interval clustered by', control: 'Control for' },
  choices: {
    method: { 'bradley-terry': 'Bradley–Terry', davidson: 'Davidson (ties explicit)', elo: 'Elo (online)' },
    ties: { half: 'Half a win each', drop: 'Left out' },
    cluster: {
      auto: 'Where either repeats',
      none: 'Nothing (naive)',
      question: 'Question',
      annotator: 'Annotator',
      'question,annotator': 'Question and annotator',
    },
    control: { none: 'Nothing', length: 'Length', style: 'Length and style' },
  },
};

/** Tables of results. */
export const table = {
  empty: 'Nothing to show.',
  saveCsv: 'Save as CSV',
  saveJson: 'Save as JSON',
  numbers: 'The same as a table',
};
