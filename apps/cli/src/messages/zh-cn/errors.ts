import type { Messages } from '../messages.js';

/** 命令行自身的错误，以及所有错误前后的文字。 */
export const errors: Messages['errors'] = {
  label: '错误：',
  bug: '这是 Understudy 的缺陷，请附上以上内容报告。',
  seeHelp: '见 understudy help，或在命令后加 --help。',
  optionInvalid: (origin, value, expected) => `${origin}：${value} 不合适，应为${expected}`,
  optionMissing: (option, expected) => `缺少 ${option}，应为${expected}`,
  optionRefused: (origin) => `${origin} 是 lm-evaluation-harness 的设置，Understudy 没有`,
  modelArgument: (origin, key, value) => `${origin}：${key}=${value} 在这里没有对应项`,
  backendName: (origin, name) => `${origin}：${name} 是 lm-evaluation-harness 的后端，不是模型`,
  configUnreadable: (path) => `无法读取配置文件 ${path}`,
  configNotMapping: '配置文件应为选项的 YAML 映射，例如 num_fewshot: 5',
  configKey: (key) => `没有名为 ${key} 的选项`,
  configHint: '键就是 understudy eval --help 中去掉前导短横的选项名。',
  unknownOption: (name) => `没有选项 ${name}`,
  unknownCommand: (name) => `没有命令 ${name}`,
  templateUnreadable: (option, name) =>
    `${option}：目录中没有模板 ${name}，也没有文件 ${name}；应为模板名称或 Jinja 文件的路径`,
  templateNames: (names) => `目录中有 ${names}。`,
  fileUnreadable: (option) => `${option}：无法读取该文件`,
  interrupted: '被 Ctrl-C 或信号中止',
  didYouMean: (name) => `是否想用 ${name}？`,
  missingArgument: (name) => `缺少参数 ${name}`,
  missingValue: (name) => `${name} 需要一个值`,
  excessArguments: '参数过多',
  grammarAndSchema: '--grammar_file 与 --json_schema_file 不能同时使用',
  limitAndSamples: '--limit 与 --samples 不能同时使用',
  priceInHalf: '--price-input 与 --price-output 须同时给出',
  chatBackendWithoutTemplate: (origin, name) => `${origin}：${name} 接受消息，需要 --apply_chat_template`,
  multiturnWithoutTemplate: '--fewshot_as_multiturn 需要 --apply_chat_template',
  logSamplesWithoutPath: '--log_samples 需要 --output_path DIR',
};
