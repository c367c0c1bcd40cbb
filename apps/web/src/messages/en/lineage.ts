/** Who was made from whom. */
export const lineage = {
  title: 'Lineages',
  about: 'Which models were made from which: from the base on the left to what was tuned from it.',
  picture: 'Map',
  pictureNote:
    'A box is a family made from the one to its left, with how many models it has; how it was tuned stands on the line. Dashed lines lead to those whose outputs it learnt from. Choose a box to fold away what was made from it.',
  label: (trees: number) => `Map of ${trees} lineages. The nested list below has all of it.`,
  fold: (family: string) => `${family}: what was made from it`,
  family: 'Lineages with',
  allFamilies: 'All families',
  foldAll: 'Fold all',
  unfoldAll: 'Unfold all',
  teachers: 'Teachers',
  use: (use: string) => `commercial use: ${use}`,
  taughtBy: (names: string) => `taught by ${names}`,
  list: 'The map as a list',
  alone: 'Without relatives',
  aloneNote: 'The catalog knows no parent of these models, and none that was made from them.',
};
