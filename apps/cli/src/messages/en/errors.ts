/** The errors of the command line itself, and the words around every error. */
export const errors = {
  label: 'error: ',
  bug: 'This is a defect of Understudy. Please report it with the text above.',
  seeHelp: "See 'understudy help', or --help behind a command.",
  optionInvalid: (origin: string, value: string, expected: string) =>
    `${origin}: ${value} does not fit; expected ${expected}`,
  optionMissing: (option: string, expected: string) => `${option} is missing; expected ${expected}`,
  optionRefused: (origin: string) => `${origin} is a setting of lm-evaluation-harness that Understudy does not have`,
  modelArgument: (origin: string, key: string, value: string) => `${origin}: ${key}=${value} has no equivalent here`,
  backendName: (origin: string, name: string) =>
    `${origin}: ${name} is a backend of lm-evaluation-harness, not a model`,
  configUnreadable: (path: string) => `the config file ${path} cannot be read`,
  configNotMapping: 'a config file is a YAML mapping of options, e.g. num_fewshot: 5',
  configAliases: 'its aliases lead in a circle, or to more than can be read',
  configKey: (key: string) => `${key} is not an option`,
  configHint: (command: string) => `Its keys are the flags of 'understudy ${command} --help' without dashes in front.`,
  needsUnreadable: (path: string) => `understudy advise takes a file of needs, and ${path} is no file that can be read`,
  needsHint:
    "Options that are switches, such as --commercial, take no value: they stand alone. 'understudy advise --help' lists the needs.",
  unknownOption: (name: string) => `there is no option ${name}`,
  unknownCommand: (name: string) => `there is no command ${name}`,
  templateUnreadable: (option: string, name: string) =>
    `${option}: there is no template ${name} in the catalog and no file ${name}; expected a name or the path of a Jinja file`,
  templateNames: (names: string) => `The catalog has ${names}.`,
  fileUnreadable: (option: string) => `${option}: this file cannot be read`,
  fileUnwritable: (path: string, reason: string) => `Could not write ${path}: ${reason}.`,
  fileUnwritableHint: 'Check the folder, its rights and the free space.',
  interrupted: 'stopped by Ctrl-C or a signal',
  didYouMean: (name: string) => `Did you mean ${name}?`,
  missingArgument: (name: string) => `the argument ${name} is missing`,
  missingValue: (name: string) => `${name} wants a value`,
  excessArguments: 'too many arguments',
  grammarAndSchema: '--grammar_file and --json_schema_file exclude each other',
  limitAndSamples: '--limit and --samples exclude each other',
  jsonAndCsv: '--json and --csv exclude each other',
  priceInHalf: '--price-input and --price-output belong together',
  chatBackendWithoutTemplate: (origin: string, name: string) =>
    `${origin}: ${name} takes messages, which need --apply_chat_template`,
  multiturnWithoutTemplate: '--fewshot_as_multiturn needs --apply_chat_template',
  logSamplesWithoutPath: '--log_samples needs --output_path DIR',
};
