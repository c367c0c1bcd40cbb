import type { Messages } from '../messages.js';

/** 自动生成的选项页。 */
export const optionsPage: Messages['optionsPage'] = {
  title: '`understudy eval` 的选项',
  intro:
    '由 `apps/cli/src/options` 中的选项表生成；`npm run docs` 可重新生成。每个选项也可写入用 `--config` 给出的 YAML 文件，键为去掉前导短横的选项名；命令行优先。名称中的 `_` 与 `-` 可互换。● 表示 [lm-evaluation-harness](https://github.com/EleutherAI/lm-evaluation-harness) 0.4.12 有含义相同的选项。',
  columns: ['选项', '默认值', '含义', '取值', '●'],
  harnessTitle: 'lm-evaluation-harness 有而 Understudy 没有的选项',
  harnessColumns: ['选项', '如何处理', '替代'],
  outcomes: { mapped: '转换，或拒绝', unneeded: '接受但不起作用', refused: '拒绝' },
};
