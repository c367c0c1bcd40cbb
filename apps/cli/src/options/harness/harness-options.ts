import { UsageError } from '../../errors/usage-error.js';
import type { Messages } from '../../messages/messages.js';
import type { GivenValue } from '../given-values.js';
import type { HarnessOption } from './harness-option.js';
import { translateModelArguments } from './harness-model-arguments.js';
import type { OptionArity } from '../option.js';

type Note = keyof Messages['harnessNotes'];

/** Accepted without effect, because what it asks for holds anyway. */
function unneeded(flag: string, arity: OptionArity, note: Note, short?: string): HarnessOption {
  const translate = (given: GivenValue, messages: Messages) => ({
    notice: `${given.origin}: ${messages.harnessNotes[note]}`,
  });
  return { flag, arity, outcome: 'unneeded', note, translate, ...(short === undefined ? {} : { short }) };
}

/** Not accepted; the message names what to use instead. */
function refused(flag: string, arity: OptionArity, note: Note): HarnessOption {
  const translate = (given: GivenValue, messages: Messages) => {
    throw new UsageError({
      code: 'option-refused',
      message: messages.errors.optionRefused(given.origin),
      hint: messages.harnessNotes[note],
      values: { option: flag },
    });
  };
  return { flag, arity, outcome: 'refused', note, translate };
}

const device: HarnessOption = {
  flag: 'device',
  arity: 'one',
  outcome: 'mapped',
  note: 'device',
  translate: (given, messages, around) => {
    if (given.value === 'cpu') return { given: { gpuLayers: { value: 0, origin: given.origin } } };
    return refused('device', 'one', 'device').translate(given, messages, around);
  },
};

const verbosity: HarnessOption = {
  flag: 'verbosity',
  short: 'v',
  arity: 'one',
  outcome: 'unneeded',
  note: 'verbosity',
  translate: (_given, messages) => ({ notice: messages.harnessNotes.verbosity }),
};

/** Flags that only the reference harness has, each with what becomes of it. */
export const harnessOptions: readonly HarnessOption[] = [
  {
    flag: 'model_args',
    short: 'a',
    arity: 'many',
    outcome: 'mapped',
    note: 'modelArgs',
    translate: (given, messages, { backend }) => translateModelArguments(given, messages, backend),
  },
  device,
  unneeded('batch_size', 'one', 'batchSize', 'b'),
  unneeded('max_batch_size', 'one', 'batchSize'),
  unneeded('use_cache', 'one', 'useCache', 'c'),
  unneeded('cache_requests', 'optional', 'useCache'),
  unneeded('check_integrity', 'switch', 'checkIntegrity'),
  unneeded('trust_remote_code', 'switch', 'trustRemoteCode'),
  unneeded('confirm_run_unsafe_code', 'switch', 'unsafeCode'),
  verbosity,
  refused('metadata', 'one', 'metadata'),
  refused('wandb_args', 'many', 'loggers'),
  refused('wandb_config_args', 'many', 'loggers'),
  refused('trackio_args', 'many', 'loggers'),
  refused('hf_hub_log_args', 'many', 'loggers'),
];
