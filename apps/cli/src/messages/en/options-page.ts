/** The generated page of the options. */
export const optionsPage = {
  title: 'Options of `understudy eval`',
  intro:
    'Generated from the options table in `apps/cli/src/options`; `npm run docs` writes it anew. Every option may also stand in a YAML file given with `--config`, its name without dashes in front as the key; the command line wins. `_` and `-` are exchangeable in names. ● marks flags that [lm-evaluation-harness](https://github.com/EleutherAI/lm-evaluation-harness) 0.4.12 has with the same meaning.',
  columns: ['Option', 'Default', 'Meaning', 'Value', '●'],
  harnessTitle: 'Flags of lm-evaluation-harness that Understudy does not have',
  harnessColumns: ['Flag', 'What becomes of it', 'Instead'],
  outcomes: { mapped: 'translated, or refused', unneeded: 'accepted without effect', refused: 'refused' },
};
